import type { Selectable } from 'kysely'
import type { Schema } from '../../src/db/index.ts'
import type { TestApp } from '../support/test-app.ts'

type Row<T extends keyof Schema> = Selectable<Schema[T]>
type RawPart = Omit<Row<'conversation_part'>, 'metadata'> & {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly sources: readonly Row<'part_source'>[]
}

/** A conversation with all that was said in it, as it is stored. */
export interface RawConversation extends Row<'conversation'> {
  readonly parts: readonly RawPart[]
}

/** Reads the tables as they are, so that figures can be counted without the program's own statements. */
export async function readConversations(app: TestApp, workspaceId: number): Promise<RawConversation[]> {
  const { reader } = app.app.db
  const conversations = await reader.selectFrom('conversation').selectAll().execute()
  const parts = await reader.selectFrom('conversation_part').selectAll().execute()
  const sources = await reader.selectFrom('part_source').selectAll().execute()
  const sourcesOf = Map.groupBy(sources, ({ part_id: id }) => id)
  const partsOf = Map.groupBy(
    parts
      .toSorted((a, b) => a.id - b.id)
      .map((part) => ({
        ...part,
        metadata: part.metadata as Readonly<Record<string, unknown>>,
        sources: (sourcesOf.get(part.id) ?? []).toSorted((a, b) => a.ordinal - b.ordinal),
      })),
    ({ conversation_id: id }) => id,
  )
  return conversations
    .filter(({ workspace_id: id }) => id === workspaceId)
    .map((conversation) => ({ ...conversation, parts: partsOf.get(conversation.id) ?? [] }))
}

function messages({ parts }: RawConversation): RawPart[] {
  return parts.filter(({ kind, turn, metadata }) => kind === 'message' && turn > 0 && metadata['is_context'] !== true)
}

export function saidByFin({ parts }: RawConversation): RawPart[] {
  return parts.filter(({ author }) => author === 'fin')
}

/** Conversations that began in the range (Unix seconds), in which the user wrote something. */
export function newIn(
  all: readonly RawConversation[],
  start: number,
  end: number,
  channel?: string,
): RawConversation[] {
  return all.filter((conversation) => {
    const seconds = conversation.created_at.getTime() / 1_000
    const isWanted = channel === undefined || conversation.channel === channel
    return (
      seconds >= start && seconds < end && isWanted && messages(conversation).some(({ author }) => author === 'user')
    )
  })
}

export function isResolved({ resolution_state: state }: RawConversation): boolean {
  return state === 'confirmed_resolution' || state === 'assumed_resolution'
}

export function ratingOf({ rating }: RawConversation): number | undefined {
  return rating === null ? undefined : ['terrible', 'bad', 'ok', 'good', 'amazing'].indexOf(rating) + 1
}

export function share(numerator: number, denominator: number) {
  return { rate: denominator === 0 ? null : roundTo4(numerator / denominator), numerator, denominator }
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : roundTo4(values.reduce((total, value) => total + value, 0) / values.length)
}

function roundTo4(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** The figures of the agent for these conversations. */
export function figuresOf(conversations: readonly RawConversation[]) {
  const involved = conversations.filter((each) => saidByFin(each).some(({ purpose }) => purpose !== 'prompt'))
  const isAnswered = (each: RawConversation) => saidByFin(each).some(({ purpose }) => purpose === 'answer')
  const isDeflected = (each: RawConversation) =>
    each.first_handed_over_at === null && !messages(each).some(({ author }) => author === 'agent')
  const count = (matches: (each: RawConversation) => boolean) => involved.filter(matches).length
  const withState = (state: string | null) => count(({ resolution_state: given }) => given === state)
  const ratings = conversations.flatMap((each) => ratingOf(each) ?? [])
  const rated = (rating: number) => ratings.filter((each) => each === rating).length
  const all = involved.length
  return {
    new_conversations: conversations.length,
    involvement: share(all, conversations.length),
    answer: share(count(isAnswered), all),
    deflection: share(count(isDeflected), all),
    resolution: {
      ...share(count(isResolved), all),
      confirmed: share(withState('confirmed_resolution'), all),
      assumed: share(withState('assumed_resolution'), all),
    },
    ai_answer_resolution: share(
      count((each) => isResolved(each) && isAnswered(each)),
      all,
    ),
    custom_answer_resolution: share(0, all),
    automation: share(count(isResolved), conversations.length),
    csat: {
      ...share(rated(4) + rated(5), ratings.length),
      average: mean(ratings),
      distribution: { 1: rated(1), 2: rated(2), 3: rated(3), 4: rated(4), 5: rated(5) },
    },
    unresolved: {
      escalated: withState('escalated'),
      routed_to_team: withState('routed_to_team'),
      abandoned: withState('abandoned'),
      pending: count(({ resolution_state: state, is_open: isOpen }) => state === null && isOpen),
      unanswered: count(({ resolution_state: state, is_open: isOpen }) => state === null && !isOpen),
    },
  }
}

/** The questions that got no answer, or one that did not help. */
export function unhelpedIn(conversation: RawConversation) {
  const said = messages(conversation)
  const fin = saidByFin(conversation)
  const isAnswer = ({ purpose }: RawPart) => purpose === 'answer'
  const withPrompt = new Set(fin.filter(({ purpose }) => purpose === 'prompt').map(({ turn }) => turn))
  return fin.flatMap((part, index) => {
    const later = fin.slice(index + 1)
    const next = later.find(({ purpose }) => purpose !== 'check_in')?.purpose
    const { rated_at: ratedAt } = conversation
    const isLastRated =
      ratedAt !== null &&
      part.created_at <= ratedAt &&
      !later.some((each) => isAnswer(each) && each.created_at <= ratedAt)
    const isBad = isLastRated && (ratingOf(conversation) ?? 5) <= 2
    const isRefused = part.purpose === 'no_answer' || (part.purpose === 'clarification' && !later.some(isAnswer))
    const isUnhelpful = isAnswer(part) && (next === 'ask_for_detail' || next === 'offer' || isBad)
    if (!isRefused && !isUnhelpful) return []
    const replied = said.filter(({ author, turn }) => author !== 'user' && turn < part.turn && !withPrompt.has(turn))
    const since = Math.max(0, ...replied.map(({ turn }) => turn))
    const asked = said.filter(
      ({ author, turn, metadata }) =>
        author === 'user' && turn > since && turn <= part.turn && metadata['attribute'] === undefined,
    )
    const [near] = (part.metadata['nearest_pages'] ?? []) as number[]
    return {
      conversationId: conversation.id,
      text: asked.map(({ body_text: text }) => text).join('\n'),
      language: conversation.language ?? 'en',
      askedAt: part.created_at,
      isRefused,
      nearestPageId: near ?? part.sources[0]?.page_id ?? null,
    }
  })
}
