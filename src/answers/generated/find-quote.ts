import type { Span } from '../../analysis/index.ts'

/** A text in which only words and punctuation count, with where each of its characters stands in the original. */
interface Folded {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Models straighten, curl and drop these as they like. */
const QUOTE_MARKS = /["'`´“”„‟«»‹›‘’‚‛「」『』\\]/
const DASHES = /[\u2010-\u2015\u2212]/

/**
 * Where a text holds these words, whatever the case, the spaces, the quotation marks and the dashes; whole words only.
 * Of a quote that leaves something out (`...`) its longest piece counts.
 * @returns offsets in the text as it is
 */
export function findQuote(text: string, quote: string): Span | undefined {
  const wanted = fold(quote)
    .text.split('...')
    .map((piece) => piece.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
  if (wanted === '') return undefined
  const folded = fold(text)
  for (let at = folded.text.indexOf(wanted); at !== -1; at = folded.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (cutsWord(folded.text, at) || cutsWord(folded.text, end)) continue
    const start = folded.starts[at]
    const stop = folded.ends[end - 1]
    if (start !== undefined && stop !== undefined) return { start, end: stop }
  }
  return undefined
}

function fold(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const plain = foldCluster(cluster)
    // A run of spaces is one, and ends where it ends.
    if (plain === ' ' && folded.endsWith(' ')) continue
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  return { text: folded, starts, ends }
}

function foldCluster(cluster: string): string {
  if (/^[\s\p{Cc}]/u.test(cluster)) return ' '
  if (QUOTE_MARKS.test(cluster) || /^\p{Cf}/u.test(cluster)) return ''
  if (DASHES.test(cluster)) return '-'
  return cluster.normalize('NFKC').toLowerCase()
}

/** Languages that write without spaces have no edge that could be seen here. */
function cutsWord(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) &&
    /^(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}\p{sc=Hang}])[\p{L}\p{N}]/u.test(
      text.slice(at, at + 2),
    )
  )
}
