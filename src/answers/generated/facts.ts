export type Fact = 'number' | 'code' | 'name'

/**
 * The first kind of fact in a sentence that its evidence does not have: numbers and dates; addresses, file names and
 * other words that look like code; names. They must stand there in any language: nobody translates them.
 * @param language of the sentence
 */
export function findForeignFact(sentence: string, evidence: string, language: string): Fact | undefined {
  const said = toPlain(sentence)
  const known = toPlain(evidence)
  if (codesOf(said).some((code) => !occurs(known.toLowerCase(), code.toLowerCase()))) return 'code'
  const numbers = knownNumbers(known)
  if (numbersOf(said).some((number) => !isKnownNumber(number, numbers))) return 'number'
  const words = new Set(known.toLowerCase().match(WORD))
  if (namesOf(said, language).some((name) => !isKnownName(name.toLowerCase(), words))) return 'name'
  return undefined
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Compatibility forms and the digits of other scripts as plain ones. */
function toPlain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let value = 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
    return String(value)
  })
}

function numbersOf(text: string): string[] {
  return text.match(/\d+(?:[.,:/-]\d+)*/g) ?? []
}

/** 1,000.50 and 1.000,50 and 1000.50 are one number. */
function toCanonical(number: string): string {
  const [, whole, , decimals] = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(number) ?? []
  if (whole === undefined) return number.replaceAll(',', '.').replace(/^0+(?=\d)/, '')
  return whole.replaceAll(/[.,]/g, '') + (decimals === undefined ? '' : `.${decimals}`)
}

/** Dates, times and ranges may be written in another way: their parts count. A decimal's do not. */
function partsOf(number: string): string[] {
  const isCompound = /[:/-]/.test(number) || (/\..*\./.test(number) && toCanonical(number).includes('.'))
  return isCompound ? number.split(/[.:/-]/).map(toCanonical) : []
}

function knownNumbers(text: string): Set<string> {
  return new Set(numbersOf(text).flatMap((number) => [toCanonical(number), ...partsOf(number)]))
}

function isKnownNumber(number: string, known: ReadonlySet<string>): boolean {
  const parts = partsOf(number)
  return known.has(toCanonical(number)) || (parts.length > 0 && parts.every((part) => known.has(part)))
}

/**
 * An e-mail or web address, a path, a file or domain name, an identifier, a flag, a word with digits in it. Scripts
 * without capitals write their counters right behind the digits.
 */
const CODE =
  /@|:\/\/|^www\.|^[/\\~.]+\p{L}|^(?=.*\p{L}).*[/\\].*[/\\]|_|::|^--?\p{L}|\p{L}{2}\.\p{L}{2}|\p{Ll}\p{Lu}|[\p{Lu}\p{Ll}]\p{N}|\p{N}[\p{Lu}\p{Ll}]{4}|=\S|^[<{$#]\S/u

function codesOf(text: string): string[] {
  return text
    .split(/[\s"“”„«»()[\]{}<>|*`]+/)
    .map((word) => word.replaceAll(/^['‘’,;]+|['‘’.,;:!?…]+$/g, ''))
    .filter((word) => CODE.test(word))
}

/** As a whole: not as the beginning or end of another name, host or address. */
function occurs(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + code.length, at + code.length + 2)
    const goesOn = code.includes('://')
      ? /^(?:[\p{L}\p{N}_-]|[./?#&=@:][\p{L}\p{N}])/u
      : /^(?:[\p{L}\p{N}_-]|[.@][\p{L}\p{N}])/u
    if (!/[\p{L}\p{N}_@.-]$/u.test(before) && !goesOn.test(after)) return true
  }
  return false
}

/** Written with a capital where nothing asks for one; German gives capitals to all nouns, there only acronyms tell. */
function namesOf(text: string, language: string): string[] {
  const capitals = language === 'de' || language === 'lb' ? /\p{Lu}{2,}/gu : /\p{Lu}[\p{L}\p{M}]+/gu
  return [...text.matchAll(capitals)]
    .filter(({ index }) => /[\p{L}\p{N},][ \u00a0]$/u.test(text.slice(0, index)))
    .map(([name]) => name)
}

/** Other languages give names endings of their own. */
function isKnownName(name: string, words: ReadonlySet<string>): boolean {
  if (words.has(name)) return true
  const stem = name.slice(0, -2)
  return name.length >= 6 && [...words].some((word) => word.startsWith(stem))
}
