import { Type, type Static } from 'typebox'
import {
  changeGuidance,
  GuidanceChange,
  GuidanceRule,
  WriteCustomAnswer,
  type CustomAnswers,
} from '../answers/index.ts'
import { ChannelSettingsBody, changeChannelSettings } from '../channels/index.ts'
import { defineAttribute, DefineAttribute } from '../contacts/index.ts'
import { AgentSettingsChange, changeAgentSettings } from '../conversations/index.ts'
import type { Database } from '../db/index.ts'
import { parameterInvalid, type Clock } from '../kernel/index.ts'
import {
  CreatePage,
  CreateSource,
  parseAudienceRule,
  toPagePush,
  WriteAudience,
  type Audiences,
  type PageWriter,
  type Sources,
} from '../library/index.ts'
import { DefineObjectType, type ObjectTypes } from '../objects/index.ts'
import { WriteSynonyms, type Synonyms } from '../retrieval/index.ts'

export interface SeedDeps {
  readonly db: Database
  readonly clock: Clock
  readonly sources: Sources
  readonly audiences: Audiences
  readonly writer: PageWriter
  readonly customAnswers: CustomAnswers
  readonly synonyms: Synonyms
  readonly types: ObjectTypes
}

/** Names of audiences of the same seed; what names none is for everybody. */
const AudienceNames = Type.Optional(Type.Array(Type.String(), { maxItems: 100 }))
const { source_id: _sourceId, locale, ...pageFields } = CreatePage.properties
const SeedPage = Type.Object({ ...pageFields, locale: Type.Optional(locale) })
const SeedSource = Type.Object({
  url: CreateSource.properties.url,
  audiences: AudienceNames,
  pages: Type.Optional(Type.Array(SeedPage, { maxItems: 10_000 })),
})
const strict = { additionalProperties: false } as const
const { audience_ids: _answerAudiences, ...answerFields } = WriteCustomAnswer.properties
const SeedCustomAnswer = Type.Object({ identifier: Type.String(), ...answerFields, audiences: AudienceNames }, strict)
const { audience_ids: _ruleAudiences, ...ruleFields } = GuidanceRule.properties
const SeedRule = Type.Object({ ...ruleFields, audiences: AudienceNames }, strict)
const SeedGuidance = Type.Object(
  { ...GuidanceChange.properties, rules: Type.Optional(Type.Array(SeedRule, { maxItems: 50 })) },
  strict,
)
const SeedObjectType = Type.Object({ identifier: Type.String(), ...DefineObjectType.properties }, strict)

/** What a test begins with: the bodies of the operations that would make it, without the ids that these give. */
export const SeedBody = Type.Object({
  attributes: Type.Optional(Type.Array(DefineAttribute, { maxItems: 250 })),
  agent: Type.Optional(AgentSettingsChange),
  custom_channel: Type.Optional(ChannelSettingsBody),
  audiences: Type.Optional(Type.Array(WriteAudience, { maxItems: 100 })),
  sources: Type.Optional(Type.Array(SeedSource, { maxItems: 100 })),
  custom_answers: Type.Optional(Type.Array(SeedCustomAnswer, { maxItems: 1_000 })),
  guidance: Type.Optional(SeedGuidance),
  synonyms: Type.Optional(WriteSynonyms),
  /** In this order: a type may refer to those before it. */
  object_types: Type.Optional(Type.Array(SeedObjectType, { maxItems: 100 })),
})
type SeedBody = Static<typeof SeedBody>

/**
 * Makes it all by what the operations themselves use, one after the other: not in one transaction.
 * @returns ids as the operations give them
 * @throws what the operations throw; nothing is made where the seed contradicts itself
 */
export async function seed({ db, clock, ...library }: SeedDeps, workspaceId: number, body: SeedBody) {
  const { attributes = [], agent, custom_channel: channel, sources = [], guidance, synonyms } = body
  const { custom_answers: customAnswers = [], object_types: objectTypes = [] } = body
  const audiences = (body.audiences ?? []).map(({ name, rule }, index) => ({
    name,
    rule: parseAudienceRule(rule, `audiences.${index}.rule`),
  }))
  requireKnownAudiences(body)

  const now = new Date(clock.now())
  if (channel !== undefined) await changeChannelSettings(db, workspaceId, channel, now)
  if (agent !== undefined) await changeAgentSettings(db, workspaceId, agent, now)
  await db.transact(async (tx) => {
    for (const [index, attribute] of attributes.entries()) {
      await defineAttribute(tx, workspaceId, attribute, `attributes.${index}.name`, now)
    }
  })
  const madeAudiences = await inOrder(audiences, async (audience) => {
    const { id, name } = await library.audiences.create(workspaceId, audience)
    return { id, name }
  })
  const idsOf = (names: readonly string[] = []) =>
    madeAudiences.filter(({ name }) => names.includes(name)).map(({ id }) => id)
  const madeSources = await inOrder(sources, async ({ url, audiences: names, pages = [] }) => {
    const held = idsOf(names)
    const source = await library.sources.create(workspaceId, { url, syncBehavior: 'api', status: 'active' }, held)
    const made = await inOrder(pages, (page) => seedPage(library.writer, workspaceId, source.id, page))
    return { id: source.id, url, pages: made }
  })
  await inOrder(customAnswers, ({ identifier, audiences: names, ...answer }) =>
    library.customAnswers.write(workspaceId, identifier, {
      ...answer,
      // What is left out stays as it is.
      ...(names === undefined ? {} : { audience_ids: idsOf(names) }),
    }),
  )
  if (guidance !== undefined) {
    const { rules, ...change } = guidance
    const held = rules?.map(({ audiences: names, ...rule }) => ({ ...rule, audience_ids: idsOf(names) }))
    await changeGuidance(db, workspaceId, { ...change, ...(held === undefined ? {} : { rules: held }) }, now)
  }
  if (synonyms !== undefined) {
    const { groups = [], one_way: oneWay = [] } = synonyms
    await library.synonyms.write(workspaceId, { groups, one_way: oneWay })
  }
  await inOrder(objectTypes, ({ identifier, ...type }) => library.types.define(workspaceId, identifier, type))
  return { audiences: madeAudiences, sources: madeSources }
}

/** A page that is seeded is there to be used: everyone may be answered from it, unless it says otherwise. */
async function seedPage(writer: PageWriter, workspaceId: number, sourceId: number, page: Static<typeof SeedPage>) {
  const body = { locale: 'en' as const, fin_availability: true, ...page, source_id: sourceId }
  const outcome = await writer.write(workspaceId, toPagePush(body))
  if (outcome.kind === 'rejected') throw outcome.error
  return { id: String(outcome.page.id), external_id: outcome.page.external_id }
}

function requireKnownAudiences({
  audiences = [],
  sources = [],
  custom_answers: answers = [],
  guidance,
}: SeedBody): void {
  const known = new Set(audiences.map(({ name }) => name))
  const named = { sources, custom_answers: answers, 'guidance.rules': guidance?.rules ?? [] }
  for (const [list, items] of Object.entries(named)) {
    for (const [index, item] of items.entries()) {
      const unknown = item.audiences?.find((name) => !known.has(name))
      if (unknown === undefined) continue
      const field = `${list}.${index}.audiences`
      throw parameterInvalid(field, `${field} names ${JSON.stringify(unknown)}, which the seed does not have`)
    }
  }
}

/** One after the other, so that ids are in the order of the seed. */
async function inOrder<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const item of items) made.push(await make(item))
  return made
}
