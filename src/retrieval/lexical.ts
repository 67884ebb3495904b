import { sql, type RawBuilder } from 'kysely'
import { BM25, type Capabilities } from '../db/index.ts'
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
  terms: readonly string[],
  limit: number,
): CandidateQuery {
  return can.bm25 ? bm25Candidates(asker, terms, limit) : tsvectorCandidates(asker, terms, limit)
}

/** What the best visible chunk gains from one term alone: close to the term's rarity; no row where none contains it. */
export function termImpact(can: Capabilities, asker: Asker): RawBuilder<number | null> {
  if (!can.bm25) {
    return sql`(
      select max(${saturation(sql`ts_rank(c.terms_vector, t.term::tsquery)`)} * ${rarity(sql`t.term::tsquery`, asker)})
      from (select c.terms_vector from chunk c
        where ${isVisible(asker)} and c.terms_vector @@ t.term::tsquery limit 200) c)`
  }
  return sql`(
    select -bm25_get_current_score() from chunk c where ${isVisible(asker)}
    order by c.terms <@> to_bm25query(t.term, 'chunk_terms_bm25') limit 1)`
}

function bm25Candidates(asker: Asker, terms: readonly string[], limit: number): CandidateQuery {
  const query = terms.join(' ')
  return sql`
    select c.workspace_id, c.id, c.page_id, c.content_hash, -bm25_get_current_score() as lexical
    from chunk c
    where ${isVisible(asker)}
    order by c.terms <@> to_bm25query(${query}, 'chunk_terms_bm25')
    limit ${sql.lit(limit)}`
}

/** Rows counted per term at most: beyond it a term is common, however common. */
const COUNT_CAP = 5_000
/** ts_rank of one term occurring n times rises from 0.0608 to at most 0.1, as BM25's saturation does. */
const TS_RANK_ONCE = 0.0607927

/**
 * The same ranking idea where pg_textsearch is missing: the sum over terms of rarity times saturated frequency, over
 * chunk length. ts_rank over all terms at once knows no rarity, so each term is ranked alone; candidates come from the
 * rare terms first, so that a common word does not make the whole library a candidate.
 */
function tsvectorCandidates(asker: Asker, terms: readonly string[], limit: number): CandidateQuery {
  const known = sql`(
    select t.term::tsquery as query, ${rarity(sql`t.term::tsquery`, asker)} as weight
    from unnest(${[...new Set(terms)]}::text[]) t(term))`
  return sql`
    select c.workspace_id, c.id, c.page_id, c.content_hash, sum(
      w.weight * ${saturation(sql`ts_rank(c.terms_vector, w.query)`)}
    ) / (${1 - BM25.b} + ${BM25.b} * length(c.terms_vector) / 100.0) as lexical
    from ${known} w
    join chunk c on c.terms_vector @@ w.query
    where ${isVisible(asker)}
    group by c.workspace_id, c.id, c.page_id, c.content_hash, c.terms_vector
    order by lexical desc, c.id
    limit ${limit}`
}

/** ln((N - n + 0.5) / (n + 0.5) + 1) over the visible chunks, both counted up to a cap. */
function rarity(query: RawBuilder<unknown>, asker: Asker): RawBuilder<number> {
  const count = sql`(select count(*) from (
    select 1 from chunk c where ${isVisible(asker)} and c.terms_vector @@ ${query} limit ${COUNT_CAP}) counted)`
  const all = sql`greatest((select reltuples from pg_class where oid = 'chunk'::regclass), 1000)`
  return sql`ln((greatest(${all} - ${count}, 0) + 0.5) / (${count} + 0.5) + 1)`
}

function saturation(rank: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(${rank} / ${TS_RANK_ONCE})`
}
