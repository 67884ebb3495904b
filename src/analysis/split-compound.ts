/** A piece of text that becomes one term. `text` is what is analysed; offsets cover what it came from. */
export interface RawWord {
  readonly text: string
  readonly start: number
  readonly end: number
  /** A 'joined' form stands for its parts as well, so it is never a stop word. */
  readonly kind: 'word' | 'joined'
}

/** A joined form longer than this is not an identifier that anybody types. */
const MAX_JOINED_UNITS = 64
const MAX_JOINED_PARTS = 8

const APOSTROPHES = /['\u2018\u2019\u02bc\u05f3\uff07]/
const SEPARATORS = /[-\u2010\u2011\uff0d_\uff3f.\uff0e]/g
/** French, Italian and Catalan articles and pronouns that lean on the next word: only that word is indexed. */
const ELISION = /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu|un|gl|quest|quell|bell|sant|(?:d|n|s)ell|all|dall|sull)$/i
/** English endings that are not part of the word: possessive and contracted verbs. */
const ENDING = /^(?:s|re|ll|ve|d|m)$/i
const GROUPED_NUMBER = /^\d{1,3}(?:,\d{3})+$/
/** camelCase, PascalCase and acronyms within: `userIDs` is user and IDs, `HTTPServer` is HTTP and Server. */
const CAMEL_CHANGE = /[^\p{Lu}]\p{Lu}|\p{Lu}{2}[^\p{Lu}]/u
const CAMEL_PARTS = /\p{Lu}+s?(?![\p{Ll}\p{M}])\p{Nd}*|\p{Lu}?[^\p{Lu}]+|\p{Lu}+/gu

function word(text: string, start: number, end = start + text.length): RawWord {
  return { text, start, end, kind: 'word' }
}

function splitApostrophes(segment: string, start: number): RawWord {
  const first = segment.search(APOSTROPHES)
  if (first < 0) return word(segment, start)
  const leans = ELISION.test(segment.slice(0, first)) && segment.length - first > 2
  const from = leans ? first + 1 : 0
  const pieces = segment.slice(from).split(APOSTROPHES)
  const ending = pieces.length > 1 && ENDING.test(pieces.at(-1) ?? '')
  return word((ending ? pieces.slice(0, -1) : pieces).join(''), start + from, start + segment.length)
}

function splitCamel(part: RawWord): RawWord[] {
  // A long run of mixed case is a token or a hash: its pieces are noise.
  if (part.text.length > MAX_JOINED_UNITS || part.end - part.start !== part.text.length) return [part]
  if (!CAMEL_CHANGE.test(part.text)) return [part]
  const pieces = [...part.text.matchAll(CAMEL_PARTS)]
  if (pieces.length < 2) return [part]
  const words = pieces.map((piece) => word(piece[0], part.start + piece.index))
  return [...words, { ...part, kind: 'joined' }]
}

function splitSegment(segment: string, start: number): RawWord[] {
  if (segment.includes(',')) {
    if (GROUPED_NUMBER.test(segment)) return [word(segment.replaceAll(',', ''), start, start + segment.length)]
    let offset = start
    return segment.split(',').map((piece) => {
      const part = word(piece, offset)
      offset += piece.length + 1
      return part
    })
  }
  const part = splitApostrophes(segment, start)
  const plain = part.text.replaceAll(/["\u05f4]/g, '')
  return splitCamel(plain === part.text ? part : { ...part, text: plain })
}

/** The form in which the other spellings of the same identifier meet, or undefined when there is none. */
function joinedForm(chunk: string, segments: readonly string[]): string | undefined {
  if (segments.length < 2 || segments.length > MAX_JOINED_PARTS || chunk.length > MAX_JOINED_UNITS) return undefined
  if (/^[\d.]+$/.test(chunk)) return chunk
  const text = segments.join('').replaceAll(/['\u2018\u2019\u02bc\u05f3\uff07"\u05f4,]/g, '')
  if (/[_\uff3f.\uff0e]/.test(chunk)) return text
  // "e-mail" and "email" are one word; "two-step" is two.
  return segments.length === 2 && segments[0]?.length === 1 ? text : undefined
}

/**
 * The words of a run of letters, digits and connectors (`' - _ . ,`), with offsets from `start`: its parts, then the
 * joined form of camelCase, snake_case, dotted names and version numbers, so that either spelling finds the other.
 * The rules do not depend on the language: a page and a query split alike whatever was detected.
 */
export function splitCompound(chunk: string, start: number): RawWord[] {
  const version = /^[vV](\d+(?:\.\d+)+)$/.exec(chunk)?.[1]
  if (version !== undefined) return splitCompound(version, start + 1)
  const segments = chunk.split(SEPARATORS)
  let offset = start
  const words: RawWord[] = []
  for (const segment of segments) {
    for (const part of splitSegment(segment, offset)) words.push(part)
    offset += segment.length + 1
  }
  const joined = joinedForm(chunk, segments)
  if (joined !== undefined) words.push({ text: joined, start, end: start + chunk.length, kind: 'joined' })
  return words
}
