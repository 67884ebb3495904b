import { Type, type Static } from 'typebox'
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

export interface SeedDeps {
  readonly db: Database
  readonly clock: Clock
  readonly sources: Sources
  readonly audiences: Audiences
  readonly writer: PageWriter
}

const { source_id: _sourceId, locale, ...pageFields } = CreatePage.properties
const SeedPage = Type.Object({ ...pageFields, locale: Type.Optional(locale) })
const SeedSource = Type.Object({
  url: CreateSource.properties.url,
  /** Names of audiences of the same seed. */
  audiences: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
  pages: Type.Optional(Type.Array(SeedPage, { maxItems: 10_000 })),
})

/** What a test begins with: the bodies of the operations that would make it, without the ids that these give. */
export const SeedBody = Type.Object({
  attributes: Type.Optional(Type.Array(DefineAttribute, { maxItems: 250 })),
  agent: Type.Optional(AgentSettingsChange),
  custom_channel: Type.Optional(ChannelSettingsBody),
  audiences: Type.Optional(Type.Array(WriteAudience, { maxItems: 100 })),
  sources: Type.Optional(Type.Array(SeedSource, { maxItems: 100 })),
})
type SeedBody = Static<typeof SeedBody>

/**
 * Makes it all by what the operations themselves use, one after the other: not in one transaction.
 * @returns ids as the operations give them
 * @throws what the operations throw; nothing is made where the seed contradicts itself
 */
export async function seed({ db, clock, ...library }: SeedDeps, workspaceId: number, body: SeedBody) {
  const { attributes = [], agent, custom_channel: channel, sources = [] } = body
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
  const madeSources = await inOrder(sources, async ({ url, audiences: names = [], pages = [] }) => {
    const held = madeAudiences.filter(({ name }) => names.includes(name)).map(({ id }) => id)
    const source = await library.sources.create(workspaceId, { url, syncBehavior: 'api', status: 'active' }, held)
    const made = await inOrder(pages, (page) => seedPage(library.writer, workspaceId, source.id, page))
    return { id: source.id, url, pages: made }
  })
  return { audiences: madeAudiences, sources: madeSources }
}

/** A page that is seeded is there to be used: everyone may be answered from it, unless it says otherwise. */
async function seedPage(writer: PageWriter, workspaceId: number, sourceId: number, page: Static<typeof SeedPage>) {
  const body = { locale: 'en' as const, fin_availability: true, ...page, source_id: sourceId }
  const outcome = await writer.write(workspaceId, toPagePush(body))
  if (outcome.kind === 'rejected') throw outcome.error
  return { id: String(outcome.page.id), external_id: outcome.page.external_id }
}

function requireKnownAudiences({ audiences = [], sources = [] }: SeedBody): void {
  const known = new Set(audiences.map(({ name }) => name))
  for (const [index, source] of sources.entries()) {
    const unknown = source.audiences?.find((name) => !known.has(name))
    if (unknown === undefined) continue
    const field = `sources.${index}.audiences`
    throw parameterInvalid(field, `${field} names ${JSON.stringify(unknown)}, which the seed does not have`)
  }
}

/** One after the other, so that ids are in the order of the seed. */
async function inOrder<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const item of items) made.push(await make(item))
  return made
}
