import { sql } from 'kysely'
import type { Language, QueryTerm } from '../../analysis/index.ts'
import { runPrepared, type Database } from '../../db/index.ts'
import { canBeMisspelt, chooseSpellings, proposeJoinings, proposeSplittings, slipsIn } from './propose.ts'

/** Words of a question that are looked at: a text that somebody pasted has many. */
const WORDS = 24
const LANGUAGES = 3
const REMEMBERED_WORDS = 20_000
/** Words with most trigrams in common that are compared letter by letter. */
const CANDIDATES = 20

/**
 * The words that a workspace's pages have. A word of a question that is not among them may be misspelt, or a compound
 * of two that are; and two that stand side by side may be written as one. Pages are learned in the background, so a
 * word that was just pushed may count as unknown for a moment: it is looked for all the same.
 */
export class Vocabulary {
  readonly #db: Database
  /** Most questions have only words that were asked before. What is forgotten meanwhile is known a little longer. */
  readonly #remembered = new Set<string>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The terms of a question, and as their synonyms what else they may be written as in this library. */
  async addTo(
    workspaceId: number,
    question: string,
    terms: readonly QueryTerm[],
    languages: readonly Language[],
  ): Promise<QueryTerm[]> {
    const own = languages.slice(0, LANGUAGES)
    const looked = terms.slice(0, WORDS)
    const joinings = proposeJoinings(question, own).slice(0, WORDS * LANGUAGES)
    const known = await this.#findKnown(workspaceId, [
      ...looked.flatMap(({ variants }) => variants),
      ...joinings.map(({ term }) => term),
    ])
    const joined = joinings.filter(({ term }) => known.has(term))
    const respelt: QueryTerm[] = []
    for (const term of looked) {
      const asOne = joined.filter(({ surfaces }) => surfaces.includes(term.surface)).map((joining) => joining.term)
      const isKnown = term.variants.some((variant) => known.has(variant))
      const others = isKnown ? asOne : [...asOne, ...(await this.#findOthers(workspaceId, term, own))]
      const synonyms = others.filter((other) => !term.variants.includes(other))
      respelt.push(synonyms.length === 0 ? term : { ...term, synonyms: [...(term.synonyms ?? []), ...synonyms] })
    }
    return [...respelt, ...terms.slice(WORDS)]
  }

  /** What a word that no page has may be: two words that pages have, else words that are spelt nearly like it. */
  async #findOthers(workspaceId: number, term: QueryTerm, languages: readonly Language[]): Promise<string[]> {
    const splittings = proposeSplittings(term, languages)
    const parts = await this.#findKnown(workspaceId, splittings.flat())
    const splitting = splittings.find((words) => words.every((word) => parts.has(word)))
    if (splitting !== undefined) return [splitting.join(' ')]
    const spellings: string[] = []
    for (const variant of term.variants.filter(canBeMisspelt)) {
      spellings.push(...chooseSpellings(variant, await this.#findSimilar(workspaceId, variant)))
    }
    return [...new Set(spellings)]
  }

  async #findKnown(workspaceId: number, terms: readonly string[]): Promise<Set<string>> {
    const keyOf = (term: string) => `${workspaceId} ${term}`
    const known = new Set(terms.filter((term) => this.#remembered.has(keyOf(term))))
    const asked = [...new Set(terms)].filter((term) => !known.has(term))
    if (asked.length === 0) return known
    const rows = await runPrepared(
      this.#db,
      sql<{ term: string }>`
        select term from vocabulary where workspace_id = ${workspaceId} and term = any(${asked}::text[])`,
    )
    if (this.#remembered.size > REMEMBERED_WORDS) this.#remembered.clear()
    for (const { term } of rows) {
      known.add(term)
      this.#remembered.add(keyOf(term))
    }
    return known
  }

  async #findSimilar(workspaceId: number, term: string): Promise<string[]> {
    const rows = await runPrepared(
      this.#db,
      sql<{ term: string }>`
        select term from vocabulary
        where workspace_id = ${workspaceId} and trigrams && trigrams(${term})
          and length(term) between ${term.length - slipsIn(term)} and ${term.length + slipsIn(term)}
          and left(term, 1) = left(${term}, 1)
        order by (select count(*) from unnest(trigrams) t where t = any(trigrams(${term}))) desc, term
        limit ${sql.lit(CANDIDATES)}`,
    )
    return rows.map((row) => row.term)
  }
}
