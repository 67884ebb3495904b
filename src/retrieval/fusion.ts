import { sql, type RawBuilder } from 'kysely'
import type { CandidateQuery } from './lexical.ts'
import type { QueryVector } from './query-embedder.ts'
import { isVisible, type Asker } from './visibility.ts'

/** A statement that gives `workspace_id, id, page_id, content_hash, lexical, semantic, fused`. */
export type ScoredCandidates = RawBuilder<{
  workspace_id: number
  id: number
  page_id: number
  content_hash: Buffer
  lexical: number | null
  semantic: number | null
  fused: number
}>

/**
 * Share of the lexical score. One fixed weight at score level helped on every set tried, while reciprocal rank fusion
 * with a weak encoder hurt almost everywhere.
 */
const LEXICAL_WEIGHT = 0.5

/** Without a model the BM25 score orders the results as it is. */
export function lexicalOnly(lexical: CandidateQuery): ScoredCandidates {
  return sql`select l.*, null::float8 as semantic, l.lexical as fused from (${lexical}) l`
}

/**
 * Candidates of both kinds, each scored by both: 0.5 BM25 / best BM25 + 0.5 cosine. Chunks whose vector is not made yet
 * compete with their lexical score alone.
 */
export function hybridCandidates(
  lexical: CandidateQuery,
  vector: QueryVector,
  asker: Asker,
  limit: number,
): ScoredCandidates {
  const literal = `[${vector.values.join(',')}]`
  // The index is the model's own: the planner must see which.
  const modelId = sql.lit(vector.modelId)
  const type = sql.raw(`vector(${vector.values.length})`)
  const semantic = sql`
    select c.workspace_id, c.id, c.page_id, c.content_hash, null::float8 as lexical
    from chunk_vector v
    join chunk c on c.workspace_id = v.workspace_id and c.context_hash = v.context_hash
    where v.workspace_id = ${asker.workspaceId} and v.model_id = ${modelId} and v.embedding is not null
      and ${isVisible(asker)}
    order by v.embedding::${type} <=> ${literal}::${type}
    limit ${sql.lit(limit)}`
  return sql`
    select *, ${LEXICAL_WEIGHT} * coalesce(lexical, 0) / greatest(max(lexical) over (), 1e-9)
      + ${1 - LEXICAL_WEIGHT} * coalesce(semantic, 0) as fused
    from (
      select found.*, 1 - (v.embedding::${type} <=> ${literal}::${type}) as semantic
      from (
        select workspace_id, id, page_id, content_hash, max(lexical) as lexical
        from (
          select l.* from (${lexical}) l
          union all
          select s.* from (${semantic}) s
        ) either
        group by workspace_id, id, page_id, content_hash
      ) found
      join chunk c on c.workspace_id = found.workspace_id and c.id = found.id
      left join chunk_vector v
        on v.workspace_id = c.workspace_id and v.model_id = ${modelId} and v.context_hash = c.context_hash
    ) scored`
}
