/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Abbreviations (without their last dot) that something always follows: the dot never ends a sentence. */
const OPEN_ABBREVIATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  '': words('e.g i.e vs cf viz no nos nr fig figs eq eqs sec vol vols pp p art ch ed eds dr prof st ca approx tel'),
  en: words('mr mrs ms messrs gen col capt lt sgt rev hon gov sen rep ref refs resp incl excl mt ft min max dept est'),
  de: words(
    'z.b d.h u.a o.ä u.ä v.a i.d.r s.o s.u z.t b.z.w bzw ggf evtl vgl sog inkl exkl zzgl abs hr fr hrn dipl bspw ' +
      'allg bes max min mind nr ca str tel s d z i.a',
  ),
  fr: words('m mm mme mmes mlle mlles me mgr p.ex ex env av bd chap fig réf resp n.b c.-à-d cf art tél'),
  es: words(
    'sr sra sres sras srta dr dra d dña p.ej ej pág págs núm núms art cap fig ud uds vd vds aprox av tel máx mín',
  ),
  pt: words('sr sra dr dra p.ex ex pág págs núm art cap fig av tel'),
  it: words('sig sigg sig.ra dott dott.ssa ing avv pag pagg art cap fig p.es es n tel'),
  nl: words('bijv bv d.w.z o.a dhr mevr mw nr blz art m.b.t t.a.v i.v.m z.s.m incl excl'),
}

/** Abbreviations that may also be a sentence's last word: the dot ends it when a capital follows. */
const CLOSING_ABBREVIATIONS = words(
  'etc inc ltd co corp bros jr sr a.m p.m u.s u.k u.s.a e.u b.c a.d ph.d usw etc.pp a.s s.a s.l gmbh al jan feb mar apr ' +
    'jun jul aug sep sept oct nov dec',
)

/** Abbreviations that are words as well, in lower case: "The answer is no. Try again." */
const ALSO_WORDS = words('no art min max')
const NEVER_LAST = words('viz vgl bzw ggf sog incl excl inkl exkl')

/** Words that begin a sentence even after what looks like an initial ("Choose plan B. Then pay."). */
const OPENERS = words(
  'the then this that these those it its if when you your we they he she to in on for after before click select ' +
    'choose open go enter use press tap and but or so as not all each there here once please note ' +
    'der die das dann wenn sie es ein eine wir ihr im in klicken wählen danach le la les il elle ils vous nous si ' +
    'quand cliquez pour puis un une el los las si cuando haga seleccione para luego',
)

/** Languages that write ordinal numbers with a dot ("am 3. Mai"). */
const DOTTED_ORDINALS = words('de da nb nn no fi et hu cs sk sl hr sr bs pl tr lv is')

const ALWAYS = '。！？｡؟۔।॥።။។‼⁇⁈⁉'
const CLOSERS = '"\'”’»›)]}」』）】》〉〕］｝“'
const OPENERS_BEFORE_WORD = '"\'“‘„«‹([{¿¡「『（【《*_'
const LINE_ENDS = '\n\r\u2028\u2029'
const LONGEST_ABBREVIATION = 16

function isSpace(char: string): boolean {
  return char !== '' && char.trim() === ''
}

function isWordLike(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char)
}

/** Thai, Lao, Burmese and Khmer put spaces between phrases, not words, and rarely write a stop. */
function isUnspaced(code: number): boolean {
  return (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff)
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charAt(at)) && !LINE_ENDS.includes(text.charAt(at))) at += 1
  return at
}

/** The word that starts at `from`, without what may open it; at most 20 characters. */
function wordAfter(text: string, from: number): string {
  let at = from
  while (at < text.length && at < from + 4 && OPENERS_BEFORE_WORD.includes(text.charAt(at))) at += 1
  return /^[\p{L}\p{N}]{1,20}/u.exec(text.slice(at, at + 20))?.[0] ?? ''
}

/** The word that ends just before `dot`, with the dots inside it, lower case; '' when longer than an abbreviation. */
function wordBefore(text: string, sentence: number, dot: number): { readonly word: string; readonly start: number } {
  let start = dot
  while (start > sentence && dot - start <= LONGEST_ABBREVIATION) {
    const char = text.charAt(start - 1)
    if (char !== '.' && char !== '-' && !isWordLike(char)) break
    start -= 1
  }
  return dot - start > LONGEST_ABBREVIATION ? { word: '', start: dot } : { word: text.slice(start, dot), start }
}

function isLowerCase(word: string): boolean {
  const first = word.charAt(0)
  return first !== '' && first === first.toLowerCase() && first !== first.toUpperCase()
}

/** Decides about a single dot that white space (or a closing quote and white space) follows. */
function dotEnds(text: string, sentence: number, dot: number, next: string, language: string): boolean {
  const { word, start } = wordBefore(text, sentence, dot)
  if (word === '') return true
  const lower = word.toLowerCase()
  // "1. Open the lid", "b. Close it": the number of a step, at the start of its sentence.
  if (start === sentence && /^(?:\p{N}{1,3}|\p{L})$/u.test(word)) return false
  if (/^\p{N}+$/u.test(word)) return !(DOTTED_ORDINALS.has(language) && word.length <= 2)
  if (OPEN_ABBREVIATIONS['']?.has(lower) === true || OPEN_ABBREVIATIONS[language]?.has(lower) === true) {
    if (ALSO_WORDS.has(word)) return next !== '' && !/^\p{N}/u.test(next)
    // "Wait 30 sec. Then go on."
    return /^[a-z]{3,}$/.test(word) && !NEVER_LAST.has(word) && OPENERS.has(next.toLowerCase())
  }
  const letters = word.split('.')
  const isInitial = word !== 'I' && letters.every((letter) => letter.length === 1 && /\p{L}/u.test(letter))
  if (isInitial || CLOSING_ABBREVIATIONS.has(lower)) {
    if (/^\p{N}/u.test(next)) return false
    // "3 p.m. The" ends, "J. Smith" and "U.S. Army" do not; without a known opener a closing abbreviation may end.
    return OPENERS.has(next.toLowerCase()) || (CLOSING_ABBREVIATIONS.has(lower) && letters.length === 1)
  }
  return true
}

/** Marks that both open and close: before a letter they open the next sentence. */
function opensWord(text: string, at: number): boolean {
  return '"\'“'.includes(text.charAt(at)) && isWordLike(text.charAt(at + 1))
}

/** Where a sentence that has its stop at `stop` ends, or -1 when it goes on. `stop` is the first of a run. */
function sentenceEnd(text: string, sentence: number, stop: number, language: string): number {
  let at = stop
  let always = false
  while (at < text.length && ('.!?…'.includes(text.charAt(at)) || ALWAYS.includes(text.charAt(at)))) {
    always ||= ALWAYS.includes(text.charAt(at))
    at += 1
  }
  const run = at - stop
  while (at < text.length && CLOSERS.includes(text.charAt(at)) && !opensWord(text, at)) at += 1
  if (always) return at
  const closed = at - stop > run
  if (at >= text.length || LINE_ENDS.includes(text.charAt(at))) return at
  if (!isSpace(text.charAt(at))) return -1
  const following = skipSpaces(text, at)
  if (following >= text.length || LINE_ENDS.includes(text.charAt(following))) return at
  const next = wordAfter(text, following)
  if (isLowerCase(next)) return -1
  if (text.charAt(stop) !== '.' || run > 1 || closed) return at
  return dotEnds(text, sentence, stop, next, language) ? at : -1
}

/**
 * Splits text into sentences by rule: abbreviations, initials, decimals and step numbers do not end one, a line end
 * always does. The spans are trimmed, in order, and cover everything but white space. Linear in the text's length.
 *
 * `language` is a BCP 47 tag; abbreviations are known for a few languages, the punctuation of all scripts for any.
 */
export function splitSentences(text: string, language: string): Span[] {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? ''
  const spans: Span[] = []
  let start = -1
  let lastInk = 0

  function close(end: number): void {
    if (start !== -1) spans.push({ start, end })
    start = -1
  }

  for (let at = 0; at < text.length;) {
    const char = text.charAt(at)
    if (isSpace(char)) {
      if (start !== -1) {
        if (LINE_ENDS.includes(char)) close(lastInk)
        else if (isUnspaced(text.charCodeAt(at - 1)) && isUnspaced(text.charCodeAt(at + 1))) close(lastInk)
      }
      at += 1
      continue
    }
    if (start === -1) start = at
    if ('.!?…'.includes(char) || ALWAYS.includes(char)) {
      const end = sentenceEnd(text, start, at, primary)
      if (end !== -1) {
        close(end)
        at = end
        lastInk = end
        continue
      }
      // The whole run was judged at once: looking at each of its stops again would be quadratic.
      while (at + 1 < text.length && '.!?…'.includes(text.charAt(at + 1))) at += 1
    }
    at += 1
    lastInk = at
  }
  close(lastInk)
  return spans
}
