import { escapeHtml } from '../answers/index.ts'
import { readOwnQuestion, type OwnMention, type OwnThing } from '../dialogue/index.ts'
import type { FindOwnObjects, OwnObject } from '../objects/index.ts'
import type { Part } from './conversation.ts'
import { findSentencesAsked } from './find-questions.ts'
import type { Saying, TurnContext } from './turn-outcome.ts'

/** What an answer used of the asker's own objects, as it is kept with the part. */
export interface UsedObject {
  readonly type: string
  readonly id: string
  readonly external_id: string | null
}

/** Instances that an answer tells of. */
const MAX_TOLD = 3
/** Texts that one instance is known by: not "2", nor a description. */
const KEY_LENGTHS = { min: 4, max: 64 }

/** The asker's instances of one type. */
interface OwnType extends OwnThing {
  readonly objects: readonly OwnObject[]
}

/**
 * An answer from the instances that refer to the asking contact; undefined when the message asks for anything else, or
 * for what the contact has none of. What a turn may use is looked up in that turn: an answer never outlives a right.
 */
export async function answerFromObjects(
  findOwnObjects: FindOwnObjects,
  { conversation, contact, language, history }: TurnContext,
  message: string,
): Promise<Saying | undefined> {
  const objects = await findOwnObjects({ workspaceId: conversation.workspace_id, contactId: contact.id })
  if (objects.length === 0) return undefined
  const types = byType(objects)
  const wanted = askedFor(message, language, types) ?? askedOn(message, language, objects, history.at(-1))
  return wanted === undefined ? undefined : tell(wanted.slice(0, MAX_TOLD))
}

/** The objects that the message as a whole asks for, or all of its sentences with a question mark do, each for some. */
function askedFor(message: string, language: string, types: readonly OwnType[]): OwnObject[] | undefined {
  for (const questions of [[message], findSentencesAsked(message, language)]) {
    const found = questions.map((question) => readOwnQuestion(question, language, types).flatMap(objectsOf))
    const isAll = found.length > 0 && found.every(({ length }) => length > 0)
    if (isAll) return [...new Set(found.flat())]
  }
  return undefined
}

/** "And when will it arrive?" right after an answer about objects is about the same ones. */
function askedOn(
  message: string,
  language: string,
  objects: readonly OwnObject[],
  before: Part | undefined,
): OwnObject[] | undefined {
  const used = new Set(objectsUsed(before).map(({ id }) => id))
  const same = objects.filter(({ id }) => used.has(String(id)))
  const asked = readOwnQuestion(message, language, byType(same), { isFollowUp: true })
  return asked.length === 0 ? undefined : asked.flatMap(objectsOf)
}

/** What a part says that it used. */
export function objectsUsed(part: Pick<Part, 'metadata'> | undefined): readonly UsedObject[] {
  return (part?.metadata['objects'] ?? []) as readonly UsedObject[]
}

function byType(objects: readonly OwnObject[]): OwnType[] {
  return [...Map.groupBy(objects, ({ type }) => type)].map(([type, own]) => {
    // All instances of a type have the same attributes.
    const attributes = own[0]?.attributes ?? []
    return {
      names: [type, ...(own[0]?.aliases ?? [])],
      labels: attributes.flatMap(({ label, name }) => [label, name]),
      options: attributes.flatMap(({ options }) => options),
      ids: [...new Set(own.flatMap(keysOf))],
      objects: own,
    }
  })
}

function objectsOf({ thing: { objects }, ids }: OwnMention<OwnType>): readonly OwnObject[] {
  return ids.length === 0 ? objects : objects.filter((object) => keysOf(object).some((key) => ids.includes(key)))
}

/** What an instance can be named by: its external id and texts such as a tracking number. Words alone name nothing. */
function keysOf({ externalId, attributes }: OwnObject): string[] {
  const texts = attributes.flatMap(({ isText, value }) => (isText && value !== undefined ? [value] : []))
  const { min, max } = KEY_LENGTHS
  const keys = texts.filter(({ length }) => length >= min && length <= max)
  return [...(externalId === null ? [] : [externalId]), ...keys].filter((key) => /\p{N}/u.test(key))
}

function tell(objects: readonly OwnObject[]): Saying {
  const paragraphs = objects.map(({ type, externalId, attributes }) => [
    externalId === null ? type : `${type} ${externalId}`,
    ...attributes.flatMap(({ label, value }) => (value === undefined ? [] : [`${label}: ${value}`])),
  ])
  const used: UsedObject[] = objects.map(({ type, id, externalId }) => {
    return { type, id: String(id), external_id: externalId }
  })
  return {
    purpose: 'answer',
    text: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
    html: paragraphs.map((lines) => `<p>${lines.map(escapeHtml).join('<br>')}</p>`).join(''),
    metadata: { objects: used },
  }
}
