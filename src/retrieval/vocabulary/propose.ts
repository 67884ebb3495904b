import { analyze, tokenize, type Language, type QueryTerm } from '../../analysis/index.ts'

/** Shorter words have too many neighbours. */
const SHORTEST_WORD = 4
/** Longer ones share letters with nearly all words of a library. */
const LONGEST_WORD = 24
/** Words of at least this length may be wrong in two places. */
const LONG_WORD = 8
const SHORTEST_COMPOUND = 7
/** Longer runs of letters are no words: they would be cut in all their places. */
const LONGEST_COMPOUND = 40
const SHORTEST_PART = 3
/** What English verbs are written together with as nouns: "log in", "login". */
const PARTICLE = /(?:in|on|off|out|up|down|back|over)$/i
/** What German, Dutch and the Nordic languages put between the parts of a compound. */
const LINKS = ['', 's', 'es', 'n', 'en', 'e'] as const
const SUGGESTIONS = 3

/** Whether slips in this word are looked for. Codes of other scripts (`zq…`) have no letters that could be compared. */
export function canBeMisspelt(term: string): boolean {
  if (term.length < SHORTEST_WORD || term.length > LONGEST_WORD) return false
  return /^[a-z]+$/.test(term) && !term.startsWith('zq')
}

/** How many slips a word may have. */
export function slipsIn(term: string): number {
  return term.length >= LONG_WORD ? 2 : 1
}

/** The known words that this one may be meant to be: those with the fewest slips, at most three. */
export function chooseSpellings(term: string, known: readonly string[]): string[] {
  const close = known
    // The first letter is hardly ever wrong, and holding on to it keeps most chance neighbours out.
    .filter((word) => word[0] === term[0] && Math.abs(word.length - term.length) <= slipsIn(term))
    .map((word) => ({ word, slips: countSlips(word, term) }))
  const fewest = Math.min(slipsIn(term), ...close.map(({ slips }) => slips))
  return close
    .filter(({ slips }) => slips === fewest)
    .slice(0, SUGGESTIONS)
    .map(({ word }) => word)
}

/** Letters left out, added, changed, or swapped with the next one, to make one word of the other. */
export function countSlips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (beforeLast[j - 2] ?? Infinity) + 1 : Infinity
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** Two words of a question as one. */
export interface Joining {
  /** In small letters. */
  readonly words: readonly [string, string]
  readonly term: string
}

/** Each word with the next one: "log in" may be "login". */
export function proposeJoinings(question: string, languages: readonly Language[]): Joining[] {
  const tokens = tokenize(question, 'und')
  return tokens.flatMap((word, at) => {
    const next = tokens[at + 1]
    if (next === undefined || word.surface.length < 2 || next.surface.length < 2) return []
    if (!/^[\s-]$/.test(question.slice(word.end, next.start))) return []
    const words = [word.surface.toLowerCase(), next.surface.toLowerCase()] as const
    // In small letters: "useOllama" would be read as two words again.
    return termsIn(words.join(''), languages).map((term) => ({ words, term }))
  })
}

/** The two words that one may be made of, best first: "Druckertreiber" may be "Drucker" and "Treiber". */
export function proposeSplittings({ surface }: QueryTerm, languages: readonly Language[]): string[][] {
  if (surface.length > LONGEST_COMPOUND || !/^\p{L}+$/u.test(surface)) return []
  const verb = languages.includes('en') ? proposeVerb(surface) : []
  if (surface.length < SHORTEST_COMPOUND) return verb
  const splittings: { readonly terms: string[]; readonly shorter: number }[] = []
  for (let at = SHORTEST_PART; at <= surface.length - SHORTEST_PART; at++) {
    const tail = surface.slice(at)
    for (const link of LINKS) {
      const head = surface.slice(0, at)
      const word = head.slice(0, head.length - link.length)
      if (!head.toLowerCase().endsWith(link) || word.length < SHORTEST_PART) continue
      for (const language of languages) {
        const [first, ...more] = analyze(word, language)
        const [second, ...others] = analyze(tail, language)
        if (first === undefined || second === undefined || more.length + others.length > 0) continue
        splittings.push({ terms: [first, second], shorter: Math.min(word.length, tail.length) })
      }
    }
  }
  return [...verb, ...splittings.toSorted((a, b) => b.shorter - a.shorter).map(({ terms }) => terms)]
}

/** Of its particle only what is looked for in pages: "in" is not. */
function proposeVerb(surface: string): string[][] {
  const at = surface.search(PARTICLE)
  if (at < SHORTEST_PART) return []
  const [verb, ...more] = analyze(surface.slice(0, at), 'en')
  return verb === undefined || more.length > 0 ? [] : [[verb, ...analyze(surface.slice(at), 'en')]]
}

function termsIn(word: string, languages: readonly Language[]): string[] {
  return [...new Set(languages.flatMap((language) => analyze(word, language)))]
}
