import type { Outcome } from './outcome.ts'

type WireQuote = Outcome['quotes'][number]

/** A sentence of an answer, with what proves it. */
interface Statement {
  readonly text: string
  readonly quotes: readonly WireQuote[]
}

/** What became of an answer's sentences, and of what they rest on. */
export interface StatementChanges {
  /** How many sentences are word for word the same. */
  readonly kept: number
  /** The same stretch of a page in other words. */
  readonly changed: readonly { readonly before: string; readonly after: string }[]
  readonly dropped: readonly string[]
  readonly added: readonly string[]
  /** Quotes of the first answer that share no place with a quote of the second. */
  readonly quotesLost: readonly WireQuote[]
  readonly quotesAdded: readonly WireQuote[]
}

/** Compares two answers sentence by sentence, wherever these stand: sentences are one when they quote the same place. */
export function compareStatements(before: Outcome, after: Outcome): StatementChanges {
  const [old, fresh] = [before, after].map(statementsOf) as [Statement[], Statement[]]
  const dropped = old.filter(({ text }) => fresh.every((statement) => statement.text !== text))
  const added = fresh.filter(({ text }) => old.every((statement) => statement.text !== text))
  const kept = old.length - dropped.length
  const changed = dropped.flatMap((statement) => {
    const at = added.findIndex(({ quotes }) => quotes.some((quote) => isAmong(quote, statement.quotes)))
    return at === -1 ? [] : added.splice(at, 1).map(({ text }) => ({ before: statement.text, after: text }))
  })
  return {
    kept,
    changed,
    dropped: dropped.map(({ text }) => text).filter((text) => changed.every((change) => change.before !== text)),
    added: added.map(({ text }) => text),
    quotesLost: before.quotes.filter((quote) => !isAmong(quote, after.quotes)),
    quotesAdded: after.quotes.filter((quote) => !isAmong(quote, before.quotes)),
  }
}

/** Where no model worded it, each quote is a statement; a refusal has none. */
function statementsOf({ wording, quotes }: Outcome): Statement[] {
  if (wording === null) return quotes.map((quote) => ({ text: quote.text, quotes: [quote] }))
  return wording.map(({ text, quotes: positions }) => ({
    text,
    quotes: positions.flatMap((position) => quotes[position] ?? []),
  }))
}

function isAmong(quote: WireQuote, quotes: readonly WireQuote[]): boolean {
  return quotes.some(
    (other) =>
      other.page_id === quote.page_id &&
      (other.text === quote.text || (other.start < quote.end && quote.start < other.end)),
  )
}
