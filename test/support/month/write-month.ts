import { sql, type Insertable } from 'kysely'
import type { Database, Reader, Schema } from '../../../src/db/index.ts'
import { seeded } from '../random.ts'
import { PLOTS, Props, type Plot } from './plots.ts'
import { MonthIsOver, Story, type StoryPage, type StoryPart } from './story.ts'

export interface MonthOptions {
  readonly workspaceId: number
  readonly seed: number
  /** The month ends now: what has not happened yet is pending. */
  readonly end: Date
  readonly conversations?: number
  readonly contacts?: number
}

const MONTH_MS = 31 * 86_400_000
const BATCH = 500

/**
 * Writes a month of conversations straight into the tables, as the program would have left them, but for its events. The
 * same seed and library give the same month. The workspace needs pages.
 */
export async function writeMonth(db: Database, options: MonthOptions): Promise<void> {
  const { workspaceId, seed, end, conversations = 3_000, contacts = 400 } = options
  const pages = await db.reader
    .selectFrom('page')
    .select(['id', 'revision', 'title', 'url', 'text'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()
  const random = seeded(seed)
  const stories = Array.from({ length: conversations }, () => tell(random, pages, end)).toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  )
  const begin = new Date(end.getTime() - MONTH_MS)
  await db.transact(async (tx) => {
    const contactIds = await writeContacts(tx, { workspaceId, seed, count: contacts, begin })
    const ids = await reserveIds(tx, 'conversation', stories.length)
    await insert(
      tx,
      'conversation',
      stories.map((story, index) => ({
        ...toRow(story),
        workspace_id: workspaceId,
        id: at(ids, index),
        external_id: `month-${seed}-${index}`,
        contact_id: at(contactIds, Math.floor(random() * contactIds.length)),
      })),
    )
    await writeParts(tx, workspaceId, stories, ids)
    const changes = stories.flatMap(({ changes: made }, index) => made.map((change) => ({ ...change, index })))
    await insert(
      tx,
      'conversation_state_change',
      changes.toSorted(byTime).map(({ isOpen, at: changedAt, index }) => ({
        workspace_id: workspaceId,
        conversation_id: at(ids, index),
        is_open: isOpen,
        changed_at: changedAt,
      })),
    )
  })
}

function tell(random: () => number, pages: readonly StoryPage[], end: Date): Story {
  const plot = choosePlot(random)
  const either = random() < 0.7 ? 'fin_agent_api' : 'custom_channel'
  const start = new Date(end.getTime() - 60_000 - Math.floor(random() * (MONTH_MS - 60_000)))
  const story = new Story({
    channel: plot.channel === 'either' ? either : plot.channel,
    ...(plot.isSingleAnswer === undefined ? {} : { isSingleAnswer: plot.isSingleAnswer }),
    start,
    end,
  })
  try {
    plot.play(story, new Props(random, pages))
  } catch (error) {
    if (!(error instanceof MonthIsOver)) throw error
  }
  return story
}

function choosePlot(random: () => number): Plot {
  let left = random() * PLOTS.reduce((total, { weight }) => total + weight, 0)
  return PLOTS.find(({ weight }) => (left -= weight) < 0) ?? at(PLOTS, 0)
}

function toRow(story: Story): Omit<Insertable<Schema['conversation']>, 'workspace_id' | 'external_id' | 'contact_id'> {
  return {
    channel: story.channel,
    api_version: '2.14',
    status: story.status,
    handler: story.handler,
    is_open: story.isOpen,
    is_single_answer: story.isSingleAnswer,
    turn: story.turn,
    turn_due_at: null,
    turn_leased_until: null,
    turn_failures: 0,
    timer: story.timer,
    timer_at: story.timerAt,
    memory: JSON.stringify(story.memory),
    language: story.language,
    attributes: '{}',
    resolution_state: story.resolution,
    rating: story.rating,
    rating_remark: story.ratingRemark,
    rating_requested_at: story.ratingRequestedAt,
    rated_at: story.ratedAt,
    stream_closed_at_event: 0,
    first_handed_over_at: story.firstHandedOverAt,
    created_at: story.createdAt,
    updated_at: story.ratedAt ?? story.now,
  }
}

async function writeContacts(
  tx: Reader,
  { workspaceId, seed, count, begin }: { workspaceId: number; seed: number; count: number; begin: Date },
): Promise<number[]> {
  const ids = await reserveIds(tx, 'contact', count)
  const externalId = (index: number) => `month-${seed}-user-${index}`
  await insert(
    tx,
    'contact',
    ids.map((id, index) => ({
      workspace_id: workspaceId,
      id,
      role: index % 5 === 0 ? ('lead' as const) : ('user' as const),
      external_id: externalId(index),
      name: index % 3 === 0 ? null : `User ${index}`,
      email: index % 2 === 0 ? null : `user-${index}@example.com`,
      attributes: '{}',
      created_at: begin,
      updated_at: begin,
    })),
  )
  await insert(
    tx,
    'contact_identity',
    ids.map((id, index) => ({
      workspace_id: workspaceId,
      external_id: externalId(index),
      contact_id: id,
    })),
  )
  return ids
}

async function writeParts(
  tx: Reader,
  workspaceId: number,
  stories: readonly Story[],
  conversationIds: readonly number[],
): Promise<void> {
  // Ids count up with time, over all conversations.
  const parts = stories
    .flatMap(({ parts: said }, index) => said.map((part) => ({ part, at: part.at, index })))
    .toSorted(byTime)
  const ids = await reserveIds(tx, 'conversation_part', parts.length)
  await insert(
    tx,
    'conversation_part',
    parts.map(({ part, index }, position) => ({
      workspace_id: workspaceId,
      id: at(ids, position),
      conversation_id: at(conversationIds, index),
      kind: part.kind,
      author: part.author,
      author_name: part.authorName,
      purpose: part.purpose,
      body_html: part.text === '' ? '' : `<p>${part.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
      body_text: part.text,
      sent_at: part.author === 'user' ? part.at : null,
      turn: part.turn,
      metadata: JSON.stringify(part.metadata),
      created_at: part.at,
    })),
  )
  await insert(
    tx,
    'part_source',
    parts.flatMap(({ part }, position) =>
      toSources(part).map((source) => ({ ...source, workspace_id: workspaceId, part_id: at(ids, position) })),
    ),
  )
}

function toSources({ pages }: StoryPart) {
  return pages.map((page, ordinal) => ({
    ordinal,
    page_id: page.id,
    revision: page.revision,
    title: page.title,
    url: page.url,
    quote: page.text,
    start_offset: 0,
    end_offset: page.text.length,
    updated_at: null,
  }))
}

type Identified = 'contact' | 'conversation' | 'conversation_part'

/** Ids as the table would give them, lowest first; it gives them to nobody else. */
async function reserveIds(tx: Reader, table: Identified, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id'))::int as id from generate_series(1, ${count}::int)`.execute(
    tx,
  )
  return rows.map(({ id }) => id).toSorted((a, b) => a - b)
}

async function insert<T extends keyof Schema>(
  tx: Reader,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += BATCH) {
    await tx
      .insertInto(table)
      .values(rows.slice(first, first + BATCH))
      .execute()
  }
}

function byTime(a: { readonly at: Date }, b: { readonly at: Date }): number {
  return a.at.getTime() - b.at.getTime()
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`there is no item ${index}`)
  return item
}
