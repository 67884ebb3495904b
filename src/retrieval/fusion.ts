import { sql, type RawBuilder } from 'kysely'
import type { CandidateQuery } from './lexical.ts'
import type { QueryVector } from './query-embedder.ts'
import { SEMANTIC_WEIGHT } from './score.ts'
import { isVisible, type Asker } from './visibility.ts'

/** A statement that gives `workspace_id, id, page_id, content_hash, lexical, semantic, promise`. */
export type ScoredCandidates = RawBuilder<{
  workspace_id: number
  id: number
  page_id: number
  content_hash: Buffer
  lexical: number | null
  semantic: number | null
  /** Which candidates are worth reading: nearly the score that they get when they are read. */
  promise: number
}>

/** Without a model the BM25 score orders the results. */
export function lexicalOnly(lexical: CandidateQuery): ScoredCandidates {
  return sql`select l.*, null::float8 as semantic, l.lexical as promise from (${lexical}) l`
}

/** Candidates by words and by meaning, each with its lexical score if it has one of the best, and its cosine. */
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
  // A subquery is computed once, where a cast would be computed for every row.
  const point = sql`(select ${literal}::${type})`
  const semantic = sql`
    select c.workspace_id, c.id, c.page_id, c.content_hash, null::float8 as lexical
    from chunk_vector v
    join chunk c on c.workspace_id = v.workspace_id and c.context_hash = v.context_hash
    where v.workspace_id = ${asker.workspaceId} and v.model_id = ${modelId} and v.embedding is not null
      and ${isVisible(asker)}
    order by v.embedding::${type} <=> ${point}
    limit ${sql.lit(limit)}`
  return sql`
    select *, ${1 - SEMANTIC_WEIGHT} * coalesce(lexical, 0) / greatest(max(lexical) over (), 1e-9)
      + ${SEMANTIC_WEIGHT} * coalesce(semantic, lexical / greatest(max(lexical) over (), 1e-9) * max(semantic) over (), 0)
      as promise
    from (
      select found.*, closest.semantic
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
      cross join lateral (
        select max(1 - (v.embedding::${type} <=> ${point})) as semantic
        from chunk_vector v
        where v.workspace_id = found.workspace_id and v.model_id = ${modelId} and v.context_hash = c.context_hash
      ) closest
    ) scored`
}
