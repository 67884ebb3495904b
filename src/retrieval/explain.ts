import { sql } from 'kysely'
import { partsOf, termsToFind, type QueryTerm } from '../analysis/index.ts'
import type { Database } from '../db/index.ts'
import { impactOf, readTermImpacts } from './impacts.ts'
import { lexicalCandidates } from './lexical.ts'
import { toSought } from './sought-term.ts'
import type { SearchMode, SearchRequest, SearchResult } from './search.ts'
import { visibleSources } from './visibility.ts'

/** Why each hit ranks, and why each named page is no hit. Content of pages that the asker may not see stays out. */
export interface Explanation {
  readonly mode: SearchMode
  readonly language: string
  /** Query words after analysis; `impact` is what the best visible chunk gains from the word, null where none has it. */
  readonly terms: readonly {
    readonly word: string
    readonly variants: readonly string[]
    /** What the workspace's synonyms and other spellings add; a phrase has spaces. Absent where nothing is added. */
    readonly synonyms?: readonly string[]
    readonly impact: number | null
  }[]
  readonly hits: readonly {
    readonly page_id: string
    readonly rank: number
    /** Words found in the passage, its headings or its title, with how often. */
    readonly matched: readonly { readonly word: string; readonly count: number }[]
    readonly missing: readonly string[]
  }[]
  readonly absent: readonly { readonly page_id: string; readonly reason: AbsenceReason; readonly rank?: number }[]
}

export type AbsenceReason =
  | 'is_a_hit'
  | 'unknown_page'
  | 'source_deactivated'
  | 'source_not_selected'
  | 'audience'
  | 'not_available_to_agent'
  | 'not_indexed_yet'
  | 'no_matching_words'
  | 'ranks_below_limit'

export type Explain = (
  request: SearchRequest,
  result: SearchResult,
  pages: readonly { readonly given: string; readonly id: number | undefined }[],
) => Promise<Explanation>

/** How deep a named page is looked for. */
const DEPTH = 1_000

export function makeExplain(db: Database): Explain {
  return async (request, result, pages) => {
    const impacts = await readTermImpacts(db, request.asker, termsToFind(result.terms))
    const hitRanks = new Map(result.passages.map((passage, index) => [passage.pageId, index + 1]))
    const absent = []
    for (const { given, id } of pages) {
      const rank = id === undefined ? undefined : hitRanks.get(id)
      if (rank !== undefined) absent.push({ page_id: given, reason: 'is_a_hit' as const, rank })
      else absent.push({ page_id: given, ...(await explainAbsence(db, request, result, id)) })
    }
    return {
      mode: result.mode,
      language: result.language,
      terms: result.terms.map((term) => ({
        word: term.surface,
        variants: term.variants,
        ...(term.synonyms === undefined ? {} : { synonyms: term.synonyms }),
        impact: impactOf(term, impacts),
      })),
      hits: result.passages.map((passage, index) => {
        const counts = countTerms(passage.terms)
        const words = result.terms.map((term) => ({
          word: term.surface,
          count: countOf(term, counts),
        }))
        return {
          page_id: String(passage.pageId),
          rank: index + 1,
          matched: words.filter(({ count }) => count > 0),
          missing: words.filter(({ count }) => count === 0).map(({ word }) => word),
        }
      }),
      absent,
    }
  }
}

/** How often a word stands in a text, itself or as a synonym. */
function countOf({ variants, synonyms = [] }: QueryTerm, counts: ReadonlyMap<string, number>): number {
  const phrases = [...new Set([...variants, ...synonyms])].map(partsOf)
  return phrases.reduce((sum, parts) => sum + Math.min(...parts.map((part) => counts.get(part) ?? 0)), 0)
}

export function countTerms(terms: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms.split(' ')) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

async function explainAbsence(
  db: Database,
  { asker }: SearchRequest,
  { terms, context }: SearchResult,
  id: number | undefined,
): Promise<{ reason: AbsenceReason; rank?: number }> {
  if (id === undefined) return { reason: 'unknown_page' }
  const anySource = { ...asker, sourceIds: undefined }
  const { rows } = await sql<{
    is_active: boolean
    is_selected: boolean
    is_in_audience: boolean
    is_available: boolean
    is_indexed: boolean
  }>`
    select s.status = 'active' as is_active,
      ${asker.sourceIds === undefined ? sql`true` : sql`s.id = any(${[...asker.sourceIds]}::int[])`} as is_selected,
      s.id = any(${visibleSources(anySource)}) as is_in_audience,
      ${asker.agent === 'ai_agent' ? sql`p.ai_agent_availability` : sql`p.ai_copilot_availability`} as is_available,
      p.index_state = 'indexed' as is_indexed
    from page p
    join source s on s.workspace_id = p.workspace_id and s.id = p.source_id
    where p.workspace_id = ${asker.workspaceId} and p.id = ${id}
  `.execute(db.reader)
  const page = rows[0]
  if (page === undefined) return { reason: 'unknown_page' }
  if (!page.is_active) return { reason: 'source_deactivated' }
  if (!page.is_in_audience) return { reason: 'audience' }
  if (!page.is_selected) return { reason: 'source_not_selected' }
  if (!page.is_available) return { reason: 'not_available_to_agent' }
  if (!page.is_indexed) return { reason: 'not_indexed_yet' }

  const candidates = lexicalCandidates(db.can, asker, toSought(terms, context), DEPTH)
  const ranked = await sql<{ page_id: number; rank: number }>`
    select page_id, rank() over (order by max(lexical) desc) as rank from (${candidates}) c group by page_id
  `.execute(db.reader)
  const rank = ranked.rows.find((row) => row.page_id === id)?.rank
  return rank === undefined ? { reason: 'no_matching_words' } : { reason: 'ranks_below_limit', rank }
}
