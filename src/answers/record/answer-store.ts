import { sql } from 'kysely'
import type { Database, Reader } from '../../db/index.ts'
import {
  packEvidence,
  referencesOf,
  type PassageContent,
  type Passages,
  type StoredEvidence,
} from './stored-evidence.ts'
import type { AnswerSettings, StoredAnswer, StoredAsker } from './stored-answer.ts'
import type { Answer, AnswerRequest } from '../answer.ts'
import { writeOutcome } from './outcome.ts'
import type { StoredPassages } from './stored-passages.ts'

/** An answer that was just given. */
export interface GivenAnswer {
  readonly request: AnswerRequest
  readonly answer: Answer
  readonly settings: AnswerSettings
  readonly givenAt: Date
}

/**
 * Stores an answer, in one statement that waits neither for the disk nor for anybody: a crash may take the last ones.
 * @throws a violated foreign key when the conversation was erased meanwhile
 */
export async function insertAnswer(
  db: Database,
  known: StoredPassages,
  { request, answer, settings, givenAt }: GivenAnswer,
): Promise<void> {
  const { workspaceId, agent, attributes, sourceIds } = request.asker
  const evidence = answer.evidence && packEvidence(answer.evidence)
  const asker: StoredAsker = { agent, attributes, source_ids: sourceIds ?? null }
  const quotes = answer.status === 'answered' ? answer.quotes : []
  const quotedPages = [...new Set(quotes.map(({ pageId }) => pageId))]
  const today = dayOf(givenAt)
  // In the order of their hashes, so that two answers with the same new passages never wait for each other in a circle.
  const passages = [...(evidence?.passages ?? [])]
    .filter(([hash]) => !known.has(today, workspaceId, hash))
    .map(([hash, content]) => ({ hash, page_id: content.pageId, content }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  await sql`
    with unsynced as materialized (select set_config('synchronous_commit', 'off', true)),
    used as (
      insert into answer_passage as known (workspace_id, hash, page_id, content, used_on)
      select ${workspaceId}::int, decode(p.hash, 'hex'), p.page_id, p.content, ${today}::date
      from json_to_recordset(${toJson(passages)}::json) as p (hash text, page_id int, content jsonb)
      on conflict (workspace_id, hash) do update set used_on = greatest(known.used_on, excluded.used_on)
    )
    insert into answer (workspace_id, id, conversation_id, question, history, asker, library_revision, settings,
      evidence, usage, mode, status, result, quoted_page_ids, created_at)
    select ${workspaceId}::int, ${answer.id}::uuid, ${request.conversationId ?? null}::int,
      ${request.question.toWellFormed()}::text, ${toJson(request.history)}::jsonb, ${toJson(asker)}::jsonb,
      coalesce(${answer.evidence?.alone.libraryRevision ?? null}::bigint,
        (select library_revision from workspace where id = ${workspaceId})),
      ${toJson(settings)}::jsonb, ${evidence === undefined ? null : toJson(evidence.stored)}::jsonb,
      ${answer.usage === undefined ? null : toJson(answer.usage)}::jsonb, ${answer.mode}::text, ${answer.status}::text,
      ${writeOutcome(answer)}::text, ${quotedPages}::int[], ${givenAt}::timestamptz
    from unsynced`.execute(db.reader)
  known.add(
    today,
    workspaceId,
    passages.map(({ hash }) => hash),
  )
}

/** An answer by its id. Words of pages that are gone are withheld, also those that are still to be deleted. */
export async function findAnswer(db: Reader, workspaceId: number, id: string): Promise<StoredAnswer | undefined> {
  const row = await db
    .selectFrom('answer')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.workspace_id', '=', 'answer.workspace_id')
        .onRef('conversation.id', '=', 'answer.conversation_id'),
    )
    .selectAll('answer')
    .select('conversation.contact_id')
    .select(quotesGonePage.as('quotes_gone_page'))
    .where('answer.workspace_id', '=', workspaceId)
    .where('answer.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const stored = (row.evidence ?? undefined) as StoredEvidence | undefined
  const passages = stored === undefined ? new Map() : await findPassages(db, workspaceId, stored)
  const evidence = stored && withholdReplies(stored, passages)
  return {
    id: row.id,
    workspaceId,
    createdAt: row.created_at,
    question: row.question,
    history: row.history as unknown as StoredAnswer['history'],
    asker: row.asker as unknown as StoredAsker,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    libraryRevision: row.library_revision,
    settings: row.settings as AnswerSettings,
    mode: row.mode as Answer['mode'],
    status: row.status,
    usage: (row.usage ?? undefined) as StoredAnswer['usage'],
    outcome: row.quotes_gone_page ? undefined : (row.result ?? undefined),
    evidence,
    passages,
  }
}

/** A model may have repeated words of any passage, also where nobody believed it. */
function withholdReplies(evidence: StoredEvidence, passages: Passages): StoredEvidence {
  const { model_replies: _replies, ...rest } = evidence
  return referencesOf(evidence).every(({ hash }) => passages.has(hash)) ? evidence : rest
}

async function findPassages(db: Reader, workspaceId: number, evidence: StoredEvidence): Promise<Passages> {
  const hashes = [...new Set(referencesOf(evidence).map(({ hash }) => hash))]
  const { rows } = await sql<{ hash: string; content: PassageContent & { updatedAt: string } }>`
    select encode(k.hash, 'hex') as hash, k.content
    from answer_passage k
    join page p on p.workspace_id = k.workspace_id and p.id = k.page_id
    where k.workspace_id = ${workspaceId}
      and k.hash = any(array(select decode(h, 'hex') from unnest(${hashes}::text[]) h))`.execute(db)
  return new Map(rows.map(({ hash, content }) => [hash, { ...content, updatedAt: new Date(content.updatedAt) }]))
}

/** The revisions of these pages now; pages that are gone are absent. */
export async function findRevisions(
  db: Reader,
  workspaceId: number,
  pageIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('page')
    .select(['id', 'revision'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${[...pageIds]}::int[])`)
    .execute()
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

/**
 * Deletes answers that were given before this time, passages that no answer uses any more, what was said in words of
 * pages that are gone, and what a model replied that was shown them. These are found by their passages, since an answer
 * quotes nothing but what was found for it.
 */
export async function forgetAnswers(db: Reader, before: Date): Promise<void> {
  await db.deleteFrom('answer').where('created_at', '<', before).execute()
  await sql`delete from answer_passage where used_on < ${dayOf(before)}::date`.execute(db)
  await sql`
    with ${gonePages}
    update answer a set evidence = a.evidence - 'model_replies' from gone
    where a.workspace_id = gone.workspace_id and a.usage is not null and a.evidence ? 'model_replies'
      and jsonb_path_query_array(a.evidence, '$.*.passages[*].page_id') @> to_jsonb(gone.page_id)`.execute(db)
  // Last: what is deleted here tells which pages are gone.
  await sql`
    with ${gonePages},
    said as (
      update answer a set result = null from gone
      where a.workspace_id = gone.workspace_id and a.quoted_page_ids @> array[gone.page_id] and a.result is not null)
    delete from answer_passage k using gone
    where k.workspace_id = gone.workspace_id and k.page_id = gone.page_id`.execute(db)
}

const gonePages = sql`gone as materialized (
  select workspace_id, page_id from answer_passage except select workspace_id, id from page)`

/** Each quoted page is named once. */
const quotesGonePage = sql<boolean>`cardinality(answer.quoted_page_ids) > (
  select count(*) from page p where p.workspace_id = answer.workspace_id and p.id = any(answer.quoted_page_ids))`

/** In UTC, whatever the database's zone. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

/** A question may end in half a character, where it was cut from a longer text. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part))
}
