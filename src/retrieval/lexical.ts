import { sql, type RawBuilder } from 'kysely'
import { BM25, type Capabilities } from '../db/index.ts'
import { QUESTION_WEIGHT, type SoughtTerm } from './sought-term.ts'
import { isVisible, type Asker } from './visibility.ts'

/** A statement that gives candidate rows `workspace_id, id, page_id, content_hash, lexical`, best first. */
export type CandidateQuery = RawBuilder<{
  workspace_id: number
  id: number
  page_id: number
  content_hash: Buffer
  lexical: number
}>

/**
 * The best `limit` chunks for these analysed terms among those the asker may see, by BM25.
 * It must be used as a derived table: inside a common table expression pg_textsearch doesn't see its LIMIT and scores
 * ten times as many rows (measured: 1.9 against 11.6 ms).
 */
export function lexicalCandidates(
  can: Capabilities,
  asker: Asker,
  terms: readonly SoughtTerm[],
  limit: number,
): CandidateQuery {
  return can.bm25 ? bm25Candidates(asker, terms, limit) : tsvectorCandidates(asker, terms, limit)
}

/** What the best visible chunk gains from one term alone: close to the term's rarity; no row where none contains it. */
export function termImpact(can: Capabilities, asker: Asker): RawBuilder<number | null> {
  if (!can.bm25) return tsvectorImpact(asker)
  return sql`(
    select -bm25_get_current_score() from chunk c where ${isVisible(asker)}
    order by c.terms <@> to_bm25query(t.term, 'chunk_terms_bm25') limit 1)`
}

function bm25Candidates(asker: Asker, terms: readonly SoughtTerm[], limit: number): CandidateQuery {
  const { query, times } = writeQuery(terms)
  return sql`
    select c.workspace_id, c.id, c.page_id, c.content_hash, -bm25_get_current_score() / ${sql.lit(times)} as lexical
    from chunk c
    where ${isVisible(asker)}
    order by c.terms <@> to_bm25query(${query}, 'chunk_terms_bm25')
    limit ${sql.lit(limit)}`
}

/**
 * A term counts as often as it stands in the query. The one term of a query counts once, however often it stands there.
 * @returns also how often a word of the question counts
 */
function writeQuery(terms: readonly SoughtTerm[]): { readonly query: string; readonly times: number } {
  const isEven = terms.every(({ weight }) => weight === terms[0]?.weight)
  if (isEven) return { query: terms.map(({ term }) => term).join(' '), times: 1 }
  const repeated = terms.flatMap(({ term, weight }) => Array<string>(weight).fill(term))
  return { query: repeated.join(' '), times: QUESTION_WEIGHT }
}

/** A term that at least so many visible chunks have is common; rarer ones are counted exactly. */
const COMMON = 1_000
/** Chunks ranked at most because of common terms alone; a word that more chunks have tells little. */
const MAX_FROM_COMMON = 5_000
/** Chunks read to learn how many there are and how long, where the statistics don't tell. */
const SAMPLE = 2_000

/** Chunks looked at for the best one that has a term. */
const IMPACT_SAMPLE = 200

function tsvectorImpact(asker: Asker): RawBuilder<number | null> {
  const query = sql`quote_literal(t.term)::tsquery`
  return sql`(
    with ${CORPUS},
    having_it as materialized (
      select c.terms_vector, c.term_count from chunk c
      where ${isVisible(asker)} and c.terms_vector @@ ${query} limit ${sql.lit(COMMON)}),
    count as (select count(*) as n from having_it)
    select max(${saturationOf(sql`c`, query)}) * ${weightOf(sql`(select n from count)`)}
    from (select * from having_it limit ${sql.lit(IMPACT_SAMPLE)}) c
    having count(*) > 0)`
}

/**
 * The same BM25 where pg_textsearch is missing, over `tsvector` and GIN. Candidates are the chunks that have a rare
 * term; common terms only add to their scores. When too few have one, chunks with two common terms, and with the least
 * common one, are candidates too.
 */
function tsvectorCandidates(asker: Asker, terms: readonly SoughtTerm[], limit: number): CandidateQuery {
  const visible = isVisible(asker)
  const shares = terms.map(({ weight }) => weight / QUESTION_WEIGHT)
  const commonTier = sql`(select coalesce(sum(visible_count), 0) < ${sql.lit(limit)} from term where not is_common)`
  return sql`
    with ${CORPUS},
    term as materialized (
      select query, visible_count, is_common, share * ${weightOf(sql`df`)} as weight
      from (
        select w.query, t.share, n.visible_count, n.visible_count >= ${sql.lit(COMMON)} as is_common,
          case when n.visible_count < ${sql.lit(COMMON)} then n.visible_count
            else greatest(n.visible_count, f.share * (select chunks from corpus)) end as df
        from unnest(${terms.map(({ term }) => term)}::text[], ${shares}::float8[]) t(term, share)
        cross join lateral (select quote_literal(t.term)::tsquery as query) w
        cross join lateral (
          select count(*) as visible_count from (
            select 1 from chunk c where ${visible} and c.terms_vector @@ w.query limit ${sql.lit(COMMON)}) counted) n
        left join ${FREQUENT} f on f.term = t.term
      ) counted
      where visible_count > 0
    ),
    candidate as materialized (
      select c.id from chunk c
      where ${visible}
        and c.terms_vector @@ (select string_agg(query::text, ' | ')::tsquery from term where not is_common)
      union
      (select c.id from chunk c
      where ${visible} and ${commonTier} and c.terms_vector @@ (
        select string_agg((a.query && b.query)::text, ' | ')::tsquery
        from term a join term b on a.query < b.query where a.is_common and b.is_common)
      limit ${sql.lit(MAX_FROM_COMMON)})
      union
      (select c.id from chunk c
      where ${visible} and ${commonTier} and c.terms_vector @@ (
        select query from term where is_common order by weight desc, query limit 1)
      limit ${sql.lit(MAX_FROM_COMMON)})
    )
    select c.workspace_id, c.id, c.page_id, c.content_hash, s.lexical
    from candidate
    join chunk c on c.workspace_id = ${asker.workspaceId} and c.id = candidate.id
    cross join lateral (
      select sum(term.weight * ${saturationOf(sql`c`, sql`term.query`)}) as lexical from term
    ) s
    order by s.lexical desc, c.id
    limit ${sql.lit(limit)}`
}

/** Number of chunks and their average length. `reltuples` is -1 until the first ANALYZE. */
const CORPUS = sql`corpus as materialized (
  select greatest(reltuples, counted)::float8 as chunks, greatest(average, 1)::float8 as average_length
  from pg_class, (
    select count(*) as counted, avg(term_count) as average
    from (select term_count from chunk limit ${sql.lit(SAMPLE)}) sampled
  ) sample
  where oid = 'chunk'::regclass)`

/** Terms that ANALYZE found in many chunks, with the share of chunks that have them: counting those would be slow. */
const FREQUENT = sql`(
  select unnest(most_common_elems::text::text[]) as term, unnest(most_common_elem_freqs) as share
  from pg_stats where schemaname = current_schema() and tablename = 'chunk' and attname = 'terms_vector')`

function weightOf(count: RawBuilder<unknown>): RawBuilder<number> {
  return sql`ln(1 + greatest((select chunks from corpus) - ${count} + 0.5, 0) / (${count} + 0.5))`
}

/**
 * BM25's share of one term in one chunk. ts_rank of a term that occurs n times is 0.0608 (1 + 1/4 + ... + 1/n^2),
 * without positions to unpack; the rest up to pi^2/6 is nearly 1 / (n + 1/2), which gives n back exactly.
 */
function saturationOf(chunk: RawBuilder<unknown>, query: RawBuilder<unknown>): RawBuilder<number> {
  const frequency = sql`round(1 / greatest(1.644934 - ts_rank(${chunk}.terms_vector, ${query}) / 0.0607927, 0.004) - 0.5)`
  const length = sql`${1 - BM25.b}::float8 + ${BM25.b}::float8 * ${chunk}.term_count / (select average_length from corpus)`
  return sql`${frequency} * ${BM25.k1 + 1}::float8 / (${frequency} + ${BM25.k1}::float8 * (${length}))`
}
