import { sql } from 'kysely'
import type { Database } from '../../db/index.ts'
import type { Clock } from '../../kernel/index.ts'
import { LONGEST, SHORTEST } from './is-learned.ts'

/**
 * Chunks read by a statement: the embedded database answers nobody meanwhile. With fifty at once a library is learned in
 * half the time, and a search takes three times as long until then.
 */
const CHUNKS = 10
/** Transactions end in another order than their ids were taken: the last ones are read once more. */
const OVERLAP = 1_000
/** Pages that move to another source or become available to the other agent keep their chunks: all are read again. */
const READ_ALL_AGAIN_AFTER_MS = 24 * 3_600_000
/** Terms checked by a statement, and by a run: all of a large library within a day or two. */
const CHECKED = 50
const CHECKED_PER_RUN = 2_000
const CHECK_AGAIN_AFTER_MS = 12 * 3_600_000

/**
 * Learns the words of new chunks and forgets words that are in no chunk, in small statements: the embedded database answers
 * nobody during one. Several may learn at once: what one of them misses is read again a day later.
 */
export function makeLearnWords({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** The library as it was read last: where nothing changed since there is nothing to learn. */
  const learnedRevisions = new Map<number, number>()
  let readAllAt = clock.now() + READ_ALL_AGAIN_AFTER_MS

  return async (signal: AbortSignal): Promise<void> => {
    const isReadingAll = clock.now() >= readAllAt
    const workspaces = await db.reader
      .selectFrom('workspace')
      .select(['id', 'learned_chunk_id', 'library_revision'])
      .execute()
    for (const { id, learned_chunk_id: learned, library_revision: revision } of workspaces) {
      // Revisions begin anew when a workspace is reset, and then nothing is learned.
      if (!isReadingAll && learned > 0 && learnedRevisions.get(id) === revision) continue
      let after: number | undefined = isReadingAll ? 0 : Math.max(0, learned - OVERLAP)
      while (after !== undefined && !signal.aborted) after = await learnAfter(db, clock, id, after)
      if (!signal.aborted) learnedRevisions.set(id, revision)
    }
    if (isReadingAll && !signal.aborted) readAllAt = clock.now() + READ_ALL_AGAIN_AFTER_MS
    for (let checked = 0; checked < CHECKED_PER_RUN && !signal.aborted; checked += CHECKED) {
      if (!(await forgetUnused(db, clock))) return
    }
  }
}

/** @returns the last chunk that was read; undefined when there are no further ones */
async function learnAfter(db: Database, clock: Clock, workspaceId: number, after: number): Promise<number | undefined> {
  // In one order everywhere: who inserts the same words in another one waits for us while we wait for them.
  const { rows } = await sql<{ last: number | null }>`
    with read as materialized (
      select id, source_id, ai_agent, ai_copilot, terms from chunk
      where workspace_id = ${workspaceId} and id > ${after} order by id limit ${sql.lit(CHUNKS)}),
    found as materialized (
      select distinct unnest(string_to_array(terms, ' ')) as term, source_id, ai_agent, ai_copilot from read),
    learned as (
      insert into vocabulary (workspace_id, term, source_id, ai_agent, ai_copilot, trigrams, checked_at)
      select ${workspaceId}::int, term, source_id, ai_agent, ai_copilot,
        case when term like 'zq%' then '{}' else trigrams(term) end, ${now(clock)}
      from found
      where length(term) between ${sql.lit(SHORTEST)} and ${sql.lit(LONGEST)} and term ~ '^[a-z]'
        and not exists (
          select 1 from vocabulary v
          where v.workspace_id = ${workspaceId} and v.term = found.term and v.source_id = found.source_id
            and v.ai_agent = found.ai_agent and v.ai_copilot = found.ai_copilot)
      order by term, source_id, ai_agent, ai_copilot
      on conflict do nothing),
    noted as (
      update workspace set learned_chunk_id = greatest(learned_chunk_id, (select max(id) from read))
      where id = ${workspaceId} and (select max(id) from read) > learned_chunk_id)
    select max(id)::int as last from read
  `.execute(db.reader)
  return rows[0]?.last ?? undefined
}

/** Looks whether words that were not looked after for long are still in a chunk. @returns whether there may be more */
async function forgetUnused(db: Database, clock: Clock): Promise<boolean> {
  const before = new Date(clock.now() - CHECK_AGAIN_AFTER_MS)
  const isLooked = sql`(v.workspace_id, v.term, v.source_id, v.ai_agent, v.ai_copilot)
    = (l.workspace_id, l.term, l.source_id, l.ai_agent, l.ai_copilot)`
  // Words that somebody else is looking at are left to them: nobody waits for anybody.
  const { rows } = await sql`
    with looked as materialized (
      select v.workspace_id, v.term, v.source_id, v.ai_agent, v.ai_copilot, ${isUsed(db)} as is_used
      from (
        select * from vocabulary where checked_at < ${before} order by checked_at limit ${sql.lit(CHECKED)}
        for update skip locked) v),
    kept as (
      update vocabulary v set checked_at = ${now(clock)} from looked l where ${isLooked} and l.is_used),
    forgotten as (
      delete from vocabulary v using looked l where ${isLooked} and not l.is_used)
    select from looked
  `.execute(db.reader)
  return rows.length === CHECKED
}

function isUsed({ can }: Database) {
  const isOfWord = sql`c.workspace_id = v.workspace_id and c.source_id = v.source_id
    and c.ai_agent = v.ai_agent and c.ai_copilot = v.ai_copilot`
  if (!can.bm25) {
    return sql`exists (select 1 from chunk c where ${isOfWord} and c.terms_vector @@ quote_literal(v.term)::tsquery)`
  }
  return sql`coalesce((
    select -bm25_get_current_score() > 0 from chunk c where ${isOfWord}
    order by c.terms <@> to_bm25query(v.term, 'chunk_terms_bm25') limit 1), false)`
}

function now(clock: Clock): Date {
  return new Date(clock.now())
}
