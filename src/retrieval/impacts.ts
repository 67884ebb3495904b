import { sql } from 'kysely'
import { partsOf, type QueryTerm } from '../analysis/index.ts'
import { runPrepared, type Database } from '../db/index.ts'
import { termImpact } from './lexical.ts'
import { isVisible, visibleSources, type Asker } from './visibility.ts'

/** How much words tell of what the asker may see, in BM25 scores. */
export interface Impacts {
  /** As `readTermImpacts` tells. */
  readonly byTerm: ReadonlyMap<string, number | null>
  /** What a term would add that a single visible chunk has: the most that a rare term can tell in so small a library. */
  readonly rarest: number
}

/** Of words that nothing is known of. */
export const NO_IMPACTS: Impacts = { byTerm: new Map(), rarest: 1 }

/** Visible chunks that are counted: about here a term of one chunk weighs `MOST_RARE`, and more would tell no more. */
const CHUNKS_COUNTED = 222
/** `rarest` of every larger library. */
export const MOST_RARE = 6
/** A chunk that has a rare term tends to have it more than once, and to be about it. */
const SATURATION = 1.2

export async function readImpacts(db: Database, asker: Asker, terms: readonly string[]): Promise<Impacts> {
  const [byTerm, [counted]] = await Promise.all([
    readTermImpacts(db, asker, terms),
    // Page by page: chunks have no index by source, and the pages of a large source end at the limit.
    runPrepared(
      db,
      sql<{ chunks: number }>`
        select count(*)::int as chunks from (
          select 1 from page p
          cross join lateral (
            select 1 from chunk c where c.page_id = p.id and ${isVisible(asker)} limit ${sql.lit(CHUNKS_COUNTED)}) visible
          where p.workspace_id = ${asker.workspaceId} and p.source_id = any(${visibleSources(asker)})
          limit ${sql.lit(CHUNKS_COUNTED)}) counted`,
    ),
  ])
  return { byTerm, rarest: rarestOf(counted?.chunks ?? 0) }
}

/** What each term adds at most to a visible chunk's score; null for a term that no visible chunk has. */
export async function readTermImpacts(
  db: Database,
  asker: Asker,
  terms: readonly string[],
): Promise<Impacts['byTerm']> {
  const rows = await runPrepared(
    db,
    sql<{ term: string; impact: number | null }>`
      select t.term, ${termImpact(db.can, asker)} as impact from unnest(${[...terms]}::text[]) t(term)`,
  )
  return new Map(rows.map(({ term, impact }) => [term, impact]))
}

/** The weight of a term that one of so many chunks has. */
function rarestOf(chunks: number): number {
  const count = Math.max(1, chunks)
  return Math.min(MOST_RARE, SATURATION * Math.log(1 + (count - 0.5) / 1.5))
}

/** What a word adds at most to a visible chunk's score; where no visible chunk has it, what a synonym of it adds. */
export function impactOf({ variants, synonyms = [] }: QueryTerm, byTerm: Impacts['byTerm']): number | null {
  const own = strongest(variants.map((variant) => byTerm.get(variant) ?? null))
  if (own !== null) return own
  const phrases = synonyms.map((synonym) => partsOf(synonym).map((part) => byTerm.get(part) ?? null))
  return strongest(phrases.map((parts) => (parts.includes(null) ? null : strongest(parts))))
}

function strongest(impacts: readonly (number | null)[]): number | null {
  const known = impacts.filter((impact) => impact !== null)
  return known.length === 0 ? null : Math.max(...known)
}
