import { sql } from 'kysely'
import type { Database } from '../../db/index.ts'
import type { Clock } from '../../kernel/index.ts'

/** Chunks read by a statement: the embedded database answers nobody meanwhile. */
const CHUNKS = 200
/** Transactions end in another order than their ids were taken: the last ones are read once more. */
const OVERLAP = 1_000
/** Terms checked by a statement, and by a run: all of a large library within a day or two. */
const CHECKED = 50
const CHECKED_PER_RUN = 2_000
const CHECK_AGAIN_AFTER_MS = 12 * 3_600_000
const SHORTEST = 3
const LONGEST = 40

/** Learns the words of chunks that are new, and forgets words that no page has any more; a few at a time. */
export function makeLearnWords({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return async (signal: AbortSignal): Promise<void> => {
    const workspaces = await db.reader.selectFrom('workspace').select(['id', 'learned_chunk_id']).execute()
    for (const { id, learned_chunk_id: learned } of workspaces) {
      let after: number | undefined = Math.max(0, Number(learned) - OVERLAP)
      while (after !== undefined && !signal.aborted) after = await learnAfter(db, clock, id, after)
    }
    for (let checked = 0; checked < CHECKED_PER_RUN && !signal.aborted; checked += CHECKED) {
      if (!(await forgetUnused(db, clock))) return
    }
  }
}

/** @returns the last chunk that was read; undefined when there are no further ones */
async function learnAfter(db: Database, clock: Clock, workspaceId: number, after: number): Promise<number | undefined> {
  const { rows } = await sql<{ last: number | null }>`
    with read as materialized (
      select id, terms from chunk where workspace_id = ${workspaceId} and id > ${after} order by id limit ${CHUNKS}),
    learned as (
      insert into vocabulary (workspace_id, term, trigrams, checked_at)
      select ${workspaceId}::int, term, case when term like 'zq%' then '{}' else trigrams(term) end, ${now(clock)}
      from (select distinct unnest(string_to_array(terms, ' ')) as term from read) found
      where length(term) between ${sql.lit(SHORTEST)} and ${sql.lit(LONGEST)} and term ~ '^[a-z]'
        and not exists (select 1 from vocabulary v where v.workspace_id = ${workspaceId} and v.term = found.term)
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
  const { rows } = await sql<{ workspace_id: number; term: string; is_used: boolean }>`
    select v.workspace_id, v.term, ${isUsed(db)} as is_used
    from (select * from vocabulary where checked_at < ${before} order by checked_at limit ${sql.lit(CHECKED)}) v
  `.execute(db.reader)
  if (rows.length === 0) return false
  await sql`
    with looked as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) l (workspace_id int, term text, is_used boolean)),
    kept as (
      update vocabulary v set checked_at = ${now(clock)} from looked l
      where v.workspace_id = l.workspace_id and v.term = l.term and l.is_used)
    delete from vocabulary v using looked l where v.workspace_id = l.workspace_id and v.term = l.term and not l.is_used
  `.execute(db.reader)
  return rows.length === CHECKED
}

function isUsed({ can }: Database) {
  if (!can.bm25) {
    return sql`exists (
      select 1 from chunk c where c.workspace_id = v.workspace_id and c.terms_vector @@ quote_literal(v.term)::tsquery)`
  }
  return sql`coalesce((
    select -bm25_get_current_score() > 0 from chunk c where c.workspace_id = v.workspace_id
    order by c.terms <@> to_bm25query(v.term, 'chunk_terms_bm25') limit 1), false)`
}

function now(clock: Clock): Date {
  return new Date(clock.now())
}
