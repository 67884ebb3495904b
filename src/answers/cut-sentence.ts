import { analyze, type Language, type Span } from '../analysis/index.ts'
import { coverage, type WeighedTerm } from './weigh-terms.ts'

const CLAUSE_ENDS = /[,;:|](?=\s)\s*|[、，；：。]|\n+/g

/**
 * The part of a sentence that says most about the question, where the sentence is too long to be quoted: from the
 * beginning of one of its clauses, and to the end of a word.
 * @param longest in UTF-16 units
 */
export function cutSentence(
  text: string,
  { start, end }: Span,
  language: Language,
  terms: readonly WeighedTerm[],
  longest: number,
): Span {
  const spans = startsOf(text, start, end, longest).map((from) => ({
    start: from,
    end: endOf(text, from, end, longest),
  }))
  const scores = spans.map((span) => coverage(terms, analyze(text.slice(span.start, span.end), language).join(' ')))
  const most = Math.max(...scores)
  const best = spans.filter((_span, index) => scores[index] === most)
  // With something before and after what was asked for.
  return best[best.length >> 1] ?? { start, end }
}

/** The beginnings of clauses; of one that is itself too long also those of words in it, half a quote apart. */
function startsOf(text: string, start: number, end: number, longest: number): number[] {
  const sentence = text.slice(start, end)
  const clauses = [...sentence.matchAll(CLAUSE_ENDS)].map(({ 0: mark, index }) => start + index + mark.length)
  const starts = [start]
  for (const next of [...clauses.filter((clause) => clause < end), end]) {
    for (let last = starts.at(-1) ?? start; next - last > longest; last = starts.at(-1) ?? next) {
      const to = endOf(text, last, next, longest / 2)
      starts.push(to + (/^\s*/.exec(text.slice(to, next))?.[0].length ?? 0))
    }
    if (next < end) starts.push(next)
  }
  return starts
}

/** Where a stretch that begins here has to end: after a word where there are spaces, or between two characters. */
function endOf(text: string, start: number, end: number, longest: number): number {
  if (end - start <= longest) return end
  const most = text.slice(start, start + longest + 1)
  const space = most.search(/[\s,;:|]*\s\S*$/)
  if (space > longest / 2) return start + space
  // Not between a character and the rest of it.
  const whole = most.slice(0, -1).replace(/[\ud800-\udbff]$/, '')
  return start + (/^[\p{M}\u200d]/u.test(most.slice(whole.length)) ? whole.replace(/.\p{M}*$/u, '') : whole).length
}
