import { sql } from 'kysely'
import type { Language, QueryTerm } from '../../analysis/index.ts'
import { runPrepared, type Database } from '../../db/index.ts'
import { readTermImpacts } from '../impacts.ts'
import { isWordVisible, type Asker } from '../visibility.ts'
import { isLearned } from './is-learned.ts'
import { canBeMisspelt, chooseSpellings, proposeJoinings, proposeSplittings, slipsIn } from './propose.ts'

/** Words of a question that are looked at: a text that somebody pasted has many. */
const WORDS = 24
const LANGUAGES = 3
/** Terms that are compared with the vocabulary: each takes milliseconds, and a question of one language has few. */
const RESPELT = 12
/** Words with most trigrams in common that are compared letter by letter. */
const CANDIDATES = 20

/**
 * The words of the pages that an asker may read. A word of a question that is not among them may be misspelt, or a
 * compound of two that are; and two that stand side by side may be written as one. What others may read has no part in
 * it: a question is understood as if nobody had written that. Pages are learned in the background; a word that was just
 * pushed is not offered for a misspelt one yet, but counts as known: the passages themselves are asked for what is not
 * among the words.
 */
export class Vocabulary {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** The terms of a question, and as their synonyms what else they may be written as; four statements at most. */
  async addTo(
    asker: Asker,
    question: string,
    terms: readonly QueryTerm[],
    languages: readonly Language[],
  ): Promise<QueryTerm[]> {
    const own = languages.slice(0, LANGUAGES)
    const looked = terms.slice(0, WORDS)
    const joinings = proposeJoinings(question, own).slice(0, WORDS * LANGUAGES)
    const known = await this.#findKnown(asker, [
      ...looked.flatMap(({ variants }) => variants),
      ...joinings.map(({ term }) => term),
    ])
    const joined = joinings.filter(({ term }) => known.has(term))
    const unlearned = looked.filter(({ variants }) =>
      variants.every((variant) => isLearned(variant) && !known.has(variant)),
    )
    const others = await this.#findOthers(asker, await this.#dropSaid(asker, unlearned), own)
    return terms.map((term) => {
      const asOne = joined.filter(({ words }) => words.includes(term.surface.toLowerCase())).map(({ term: one }) => one)
      const synonyms = [...asOne, ...(others.get(term) ?? [])].filter((other) => !term.variants.includes(other))
      if (synonyms.length === 0) return term
      return { ...term, synonyms: [...new Set([...(term.synonyms ?? []), ...synonyms])] }
    })
  }

  /** What words that no page has may be: two words that pages have, else words that are spelt nearly like it. */
  async #findOthers(
    asker: Asker,
    words: readonly QueryTerm[],
    languages: readonly Language[],
  ): Promise<Map<QueryTerm, string[]>> {
    const others = new Map<QueryTerm, string[]>()
    const splittings = words.map((word) => ({ word, pairs: proposeSplittings(word, languages) }))
    const parts = await this.#findKnown(
      asker,
      splittings.flatMap(({ pairs }) => pairs.flat()),
    )
    for (const { word, pairs } of splittings) {
      const pair = pairs.find((terms) => terms.every((term) => parts.has(term)))
      if (pair !== undefined) others.set(word, [pair.join(' ')])
    }
    const misspelt = words
      .filter((word) => !others.has(word))
      .map((word) => ({ word, variants: word.variants.filter(canBeMisspelt) }))
    const similar = await this.#findSimilar(asker, misspelt.flatMap(({ variants }) => variants).slice(0, RESPELT))
    for (const { word, variants } of misspelt) {
      others.set(
        word,
        variants.flatMap((variant) => chooseSpellings(variant, similar.get(variant) ?? [])),
      )
    }
    return others
  }

  /** Without those that stand in a passage, which is looked up as a search would: that costs more than a list of words. */
  async #dropSaid(asker: Asker, words: readonly QueryTerm[]): Promise<readonly QueryTerm[]> {
    if (words.length === 0) return words
    const impacts = await readTermImpacts(
      this.#db,
      asker,
      words.flatMap(({ variants }) => variants),
    )
    return words.filter(({ variants }) => variants.every((variant) => (impacts.get(variant) ?? null) === null))
  }

  async #findKnown(asker: Asker, terms: readonly string[]): Promise<Set<string>> {
    if (terms.length === 0) return new Set()
    const rows = await runPrepared(
      this.#db,
      sql<{ term: string }>`
        select distinct v.term from vocabulary v
        where ${isWordVisible(asker)} and v.term = any(${[...new Set(terms)]}::text[])`,
    )
    return new Set(rows.map(({ term }) => term))
  }

  /** @returns for each term known words of nearly its letters, the likeliest first */
  async #findSimilar(asker: Asker, terms: readonly string[]): Promise<Map<string, string[]>> {
    if (terms.length === 0) return new Map()
    const distinct = [...new Set(terms)]
    const rows = await runPrepared(
      this.#db,
      sql<{ term: string; similar: string }>`
        with misspelt as materialized (
          select term, slips, trigrams(term) as trigrams
          from unnest(${distinct}::text[], ${distinct.map(slipsIn)}::int[]) m(term, slips))
        select m.term, s.term as similar from misspelt m cross join lateral (
          select v.term, max(cardinality(array(select unnest(v.trigrams) intersect select unnest(m.trigrams)))) as shared
          from vocabulary v
          where ${isWordVisible(asker)} and v.trigrams && m.trigrams and left(v.term, 1) = left(m.term, 1)
            and length(v.term) between length(m.term) - m.slips and length(m.term) + m.slips
          group by v.term order by shared desc, v.term limit ${sql.lit(CANDIDATES)}
        ) s order by m.term, s.shared desc, s.term`,
    )
    return new Map([...Map.groupBy(rows, ({ term }) => term)].map(([term, of]) => [term, of.map((row) => row.similar)]))
  }
}
