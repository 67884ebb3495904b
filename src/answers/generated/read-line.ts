import { NO_ANSWER } from './prompt.ts'

/** Where a model says that it has something from. */
export interface Support {
  /** Numbers of passages, from 1; any that a model can write. */
  readonly passages: readonly number[]
  /** Words that it claims to have copied. */
  readonly quote: string
}

/** What a model states, before anything of it is believed. Without a text its support belongs to what came before. */
export interface Claim {
  readonly text: string
  readonly supports: readonly Support[]
}

/** `[1]`, `[1, 2]`, `【1】`, `[Passage 1]` */
const MARK = /[[【]\s{0,3}(?:passages?\s{1,3})?(\d{1,3}(?:\s{0,3}[,;]\s{0,3}\d{1,3}){0,9})\s{0,3}[\]】]/gi
const LIST_MARK = /^\s*(?:[-*•>]\s+|\d{1,2}[.)]\s+)?/
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"“',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  "'": "'’",
  '‘': "’'",
}
/** `A sentence. "its words" [1]` */
const QUOTED_BEFORE = /^(.*[.!?。！？؟।])\s*["“„«](.+)["”“»]\s*$/s

/** Whether a line says that the passages hold no answer. */
export function saysNoAnswer(line: string): boolean {
  return new RegExp(`^[^\\p{L}]*${NO_ANSWER.replace('_', '[_ ]')}\\b`, 'u').test(line)
}

/**
 * Reads a line of a reply: `sentence [n] "words"`, as often as it stands there. Several marks or quotes after one
 * sentence all support it; a list's mark before it is dropped. Nothing is an error: a line in any other form gives
 * claims without support, which nobody will believe.
 */
export function readLine(line: string): Claim[] {
  const [first = '', ...pieces] = line.replace(LIST_MARK, '').split(MARK)
  const claims: { text: string; supports: Support[] }[] = [{ text: first, supports: [] }]
  let waiting: number[] = []
  for (let at = 0; at < pieces.length; at += 2) {
    waiting.push(...(pieces[at] ?? '').split(/[,;]/).map(Number))
    const claim = claims.at(-1)
    const after = pieces[at + 1] ?? ''
    const quoted = readQuote(after)
    if (claim === undefined) break
    if (quoted === undefined) {
      claim.text += after
      continue
    }
    claim.supports.push({ passages: waiting, quote: unescape(quoted.quote) })
    waiting = []
    // Words after a quote begin the next sentence.
    if (/[\p{L}\p{N}]/u.test(quoted.rest)) claims.push({ text: quoted.rest, supports: [] })
  }
  const last = claims.at(-1)
  const [, text, quote] = waiting.length === 0 ? [] : (QUOTED_BEFORE.exec(last?.text ?? '') ?? [])
  if (last !== undefined && text !== undefined && quote !== undefined) {
    last.text = text
    last.supports.push({ passages: waiting, quote: unescape(quote) })
  }
  return claims
    .map(({ text: said, supports }) => ({ text: tidy(said), supports }))
    .filter(({ text: said, supports }) => said !== '' || supports.length > 0)
}

/** The quote that a text begins with, up to the last mark that can close it; without one, all of it. */
function readQuote(text: string): { readonly quote: string; readonly rest: string } | undefined {
  const [, opening = '', body = ''] = /^\s*[:–—-]?\s*(["“„«»「『'‘])(.*)$/s.exec(text) ?? []
  const closing = CLOSING[opening]
  if (closing === undefined) return undefined
  const end = Math.max(...[...closing].map((mark) => body.lastIndexOf(mark)))
  return end === -1 ? { quote: body, rest: '' } : { quote: body.slice(0, end), rest: body.slice(end + 1) }
}

/** Passages are shown as JSON, and some models copy its escapes. */
function unescape(quote: string): string {
  return quote
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/\\(["\\/])/g, '$1')
}

function tidy(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/ ([.,;:!?])/g, '$1')
    .trim()
}
