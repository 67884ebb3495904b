import { diffWords, type DiffPart } from './diff-words.ts'
import { plural, printable, styled } from './terminal.ts'

interface WireDifference {
  readonly field: string
  readonly then: unknown
  readonly now: unknown
}

interface WireQuote {
  readonly page_id: string
  readonly text: string
}

/** The fields of `POST /dorsal/v1/answers/:id/replay` that are shown. */
export interface WireReplay {
  readonly question: string
  readonly same: boolean
  readonly obstacle: keyof typeof OBSTACLES | null
  readonly then: { readonly mode: string } | null
  readonly now: { readonly mode: string } | null
  readonly differences: readonly WireDifference[]
  readonly statements: {
    readonly kept: number
    readonly changed: readonly { readonly then: string; readonly now: string }[]
    readonly dropped: readonly string[]
    readonly added: readonly string[]
    readonly quotes_lost: readonly WireQuote[]
    readonly quotes_added: readonly WireQuote[]
  } | null
  readonly settings_changed: readonly WireDifference[]
  readonly library: {
    readonly revision_then: number
    readonly revision_now: number
    readonly pages_changed: readonly {
      readonly page_id: string
      readonly then_revision: number
      readonly now_revision: number | null
    }[]
  }
}

const OBSTACLES = {
  page_deleted: 'It can not be compared: a page that it was made from is deleted, and its words with it.',
  no_evidence: 'It can not be made again: it was made without the library.',
  no_model: 'The model can not be asked again: none is configured.',
  model_unavailable: 'The model can not be asked again: it gives no answer now.',
  no_reply: 'It can not be made again: the rules of today ask a model for more than was asked then. Try --model.',
} as const

/** These tell the same as body_text once more. */
const REPEATING = new Set(['body_html', 'wording', 'quotes'])
/** And these the same as the sentences one by one. */
const TOLD_BY_SENTENCES = new Set(['body_text', 'citations', ...REPEATING])

/** A replay as people read it: same or not, what differs, and what else changed since. */
export function writeReplay(replay: WireReplay): string {
  const { differences, obstacle, statements, then, now } = replay
  const verdict = replay.same
    ? styled('green', 'Same, byte for byte.')
    : styled('yellow', obstacle === null ? 'Different.' : OBSTACLES[obstacle])
  const isTextDifferent = differences.some(({ field }) => field === 'body_text')
  const bySentence = isTextDifferent && [then?.mode, now?.mode].includes('generated') ? statements : null
  const toldAlready = bySentence === null ? REPEATING : TOLD_BY_SENTENCES
  const shown = differences.filter(({ field }) => !(isTextDifferent && toldAlready.has(field)))
  return [
    styled('bold', printable(replay.question)),
    verdict,
    ...(bySentence === null ? [] : writeStatements(bySentence)),
    ...shown.map(writeDifference),
    ...writeCircumstances(replay),
  ].join('\n')
}

function writeStatements(statements: NonNullable<WireReplay['statements']>): string[] {
  const { kept, changed, dropped, added, quotes_lost: lost, quotes_added: gained } = statements
  return [
    `  ${plural(kept, 'sentence')} kept, ${changed.length} changed, ${dropped.length} dropped, ${added.length} added`,
    ...changed.map(({ then, now }) => `  changed: ${diffWords(then, now).map(writePart).join('')}`),
    ...dropped.map((text) => `  dropped: ${writePart({ kind: 'removed', text })}`),
    ...added.map((text) => `  added: ${writePart({ kind: 'added', text })}`),
    ...lost.map((quote) => `  citation lost: ${writeQuote(quote)}`),
    ...gained.map((quote) => `  new citation: ${writeQuote(quote)}`),
  ]
}

function writeQuote({ page_id: pageId, text }: WireQuote): string {
  return printable(`"${text}" (page ${pageId})`)
}

function writeDifference({ field, then, now }: WireDifference): string {
  const name = `  ${field}: `
  if (typeof then === 'string' && typeof now === 'string') return name + diffWords(then, now).map(writePart).join('')
  const [before, after] = [then, now].map((value) => printable(JSON.stringify(value)))
  return `${name}${writePart({ kind: 'removed', text: `${before} ` })}${writePart({ kind: 'added', text: after ?? '' })}`
}

/** Marked without colours, too. White space at the end stays outside of the marks. */
function writePart({ kind, text }: DiffPart): string {
  const words = printable(text.trimEnd())
  const rest = text.slice(text.trimEnd().length)
  switch (kind) {
    case 'same':
      return words + rest
    case 'removed':
      return styled('red', `[-${words}-]`) + rest
    case 'added':
      return styled('green', `{+${words}+}`) + rest
    default:
      return kind satisfies never
  }
}

function writeCircumstances({ library, settings_changed: settings }: WireReplay): string[] {
  const { revision_then: then, revision_now: now, pages_changed: pages } = library
  const lines = [
    then === now
      ? `The library has not changed since (revision ${now}).`
      : `The library has changed ${plural(now - then, 'time')} since (revision ${then}, now ${now}).`,
    ...pages.map(({ page_id: id, then_revision: before, now_revision: after }) =>
      after === null ? `Page ${id} is deleted.` : `Page ${id} is another by now (revision ${before}, now ${after}).`,
    ),
    ...settings.map(({ field, then: before, now: after }) => `${field} was ${before}, is ${after}.`),
  ]
  return lines.map((line) => styled('dim', printable(line)))
}
