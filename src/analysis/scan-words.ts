import * as is from './character-class.ts'
import { type RawWord, splitCompound } from './split-compound.ts'

/** Runs of unspaced script are segmented in slices of this many UTF-16 units, so that a huge run costs no more. */
const SEGMENT_UNITS = 2048
const FIRST_CONNECTOR = is.APOSTROPHE

let segmenter: Intl.Segmenter | undefined

/** One segmenter serves Thai, Lao, Khmer and Burmese: ICU picks the dictionary by the script of the text. */
function wordSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  return segmenter
}

function isWordClass(kind: number): boolean {
  return kind === is.LETTER || kind === is.UPPER || kind === is.DIGIT
}

function isHebrew(codePoint: number): boolean {
  return codePoint >= 0x5d0 && codePoint <= 0x5ea
}

/** Whether a connector between two word characters holds them together. */
function connects(kind: number, before: number, after: number): boolean {
  if (!isWordClass(is.classOf(after))) return false
  if (kind === is.COMMA) return is.classOf(before) === is.DIGIT && is.classOf(after) === is.DIGIT
  // Hebrew abbreviations carry a quotation mark before their last letter.
  if (kind === is.QUOTE) return isHebrew(before) && isHebrew(after)
  return true
}

function width(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}

/** The end of a run of one class, with the marks and invisible characters inside it. */
function runEnd(text: string, start: number, kind: number): number {
  let at = start
  let end = start
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const found = is.classOf(codePoint)
    if (found !== kind && found !== is.MARK && found !== is.INVISIBLE) break
    at += width(codePoint)
    if (found !== is.INVISIBLE) end = at
  }
  return end
}

/** Where each character of a CJK run starts; marks, joining jamo and voicing signs belong to the one before. */
function characterStarts(text: string, start: number, end: number): number[] {
  const starts: number[] = []
  let previous = 0
  for (let at = start; at < end;) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = is.classOf(codePoint)
    const voicing = codePoint === 0xff9e || codePoint === 0xff9f
    const vowel = codePoint >= 0x1160 && codePoint <= 0x11a7 && previous >= 0x1100 && previous <= 0x11a7
    const final = codePoint >= 0x11a8 && codePoint <= 0x11ff && previous >= 0x1160 && previous <= 0x11ff
    if (starts.length === 0 || !(kind === is.MARK || kind === is.INVISIBLE || voicing || vowel || final)) {
      starts.push(at)
    }
    previous = codePoint
    at += width(codePoint)
  }
  return starts
}

function scanPairs(text: string, start: number, end: number, emit: (word: RawWord) => void): void {
  const starts = characterStarts(text, start, end)
  for (let index = 0; index < Math.max(1, starts.length - 1); index += 1) {
    const from = starts[index] ?? start
    const to = starts[index + 2] ?? end
    emit({ text: text.slice(from, to), start: from, end: to, kind: 'word' })
  }
}

function scanDictionary(text: string, start: number, end: number, emit: (word: RawWord) => void): void {
  for (let from = start; from < end; from += SEGMENT_UNITS) {
    const slice = text.slice(from, Math.min(end, from + SEGMENT_UNITS))
    for (const { segment, index, isWordLike } of wordSegmenter().segment(slice)) {
      if (isWordLike !== true) continue
      emit({ text: segment, start: from + index, end: from + index + segment.length, kind: 'word' })
    }
  }
}

/** Scans one run of alphabetic words and the connectors between them; returns where it ends. */
function scanAlphabetic(text: string, start: number, emit: (word: RawWord) => void): number {
  let at = start
  let end = start
  let last = 0
  let compound = false
  let capitals = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const codePoint = unit < 0xd800 || unit > 0xdfff ? unit : (text.codePointAt(at) ?? 0)
    const kind = is.classOf(codePoint)
    if (kind === is.OTHER || kind === is.CJK || kind === is.DICTIONARY) break
    if (kind >= FIRST_CONNECTOR) {
      if (end !== at || !connects(kind, last, text.codePointAt(at + 1) ?? 0)) break
      compound = true
      at += 1
      continue
    }
    // A capital after another letter, or a small letter after two capitals, may be camelCase; 'API' and 'Api' are not.
    if (kind === is.UPPER ? capitals < at - start : kind === is.LETTER && capitals > 1) compound = true
    if (kind === is.UPPER) capitals += 1
    at += width(codePoint)
    if (kind === is.INVISIBLE) continue
    if (kind !== is.MARK) last = codePoint
    end = at
  }
  const chunk = text.slice(start, end)
  if (compound) for (const word of splitCompound(chunk, start)) emit(word)
  else emit({ text: chunk, start, end, kind: 'word' })
  return end
}

/**
 * Calls `emit` with every word of the text in order, offsets in UTF-16 units. Words do not depend on a language. Time
 * is linear in the text whatever it holds: each character is classified once and nothing backtracks.
 */
export function scanWords(text: string, emit: (word: RawWord) => void): void {
  let at = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = is.classOf(codePoint)
    if (isWordClass(kind)) {
      at = scanAlphabetic(text, at, emit)
    } else if (kind === is.CJK || kind === is.DICTIONARY) {
      const end = runEnd(text, at, kind)
      if (kind === is.CJK) scanPairs(text, at, end, emit)
      else scanDictionary(text, at, end, emit)
      at = end
    } else {
      at += width(codePoint)
    }
  }
}
