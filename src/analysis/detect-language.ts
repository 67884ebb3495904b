import { guessLanguage } from './language-detector.ts'
import { type Language, scriptOfCharacter, UNDETERMINED } from './script.ts'

/** A fifth from the beginning, the rest from the middle; detection is the costliest step of analysing a page. */
const SAMPLE_UNITS = 1500
/** A script other than Latin needs no majority: help pages in any language are full of Latin product names. */
const FOREIGN_SHARE = 0.3
/** One character of these says about as much as a syllable or a word of letters. */
const DENSE_SCRIPTS = new Set(['Han', 'Hiragana', 'Katakana', 'Hangul'])
const DENSE_WEIGHT = 3
/** The detector reads no further than this, so a longer sample is shown to it in windows. */
const DETECTOR_UNITS = 1000
/** With this many letters, even a guess that the detector calls close (Danish or Norwegian) is better than none. */
const ENOUGH_LETTERS = 100

const SCRIPT_LANGUAGES = new Map<string, Language>(
  Object.entries({
    Hangul: 'ko',
    Hiragana: 'ja',
    Katakana: 'ja',
    Han: 'zh',
    Thai: 'th',
    Lao: 'lo',
    Khmer: 'km',
    Myanmar: 'my',
    Greek: 'el',
    Armenian: 'hy',
    Georgian: 'ka',
    Bengali: 'bn',
    Ethiopic: 'am',
    Gujarati: 'gu',
    Gurmukhi: 'pa',
    Kannada: 'kn',
    Malayalam: 'ml',
    Oriya: 'or',
    Sinhala: 'si',
    Tamil: 'ta',
    Telugu: 'te',
  }),
)

function sampleOf(text: string): string {
  if (text.length <= SAMPLE_UNITS) return text
  const head = SAMPLE_UNITS / 5
  const body = SAMPLE_UNITS - head
  // Mostly the middle: pages often open with a menu, a code block or a title in another language.
  const middle = Math.max(head, Math.floor((text.length - body) / 2))
  return `${text.slice(0, head)} ${text.slice(middle, middle + body)}`
}

function countLetters(sample: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of sample.match(/\p{L}/gu) ?? []) {
    const script = scriptOfCharacter(letter)
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return counts
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Arabic, Persian, Urdu and Kurdish differ in letters that each needs in every sentence. */
function arabicScriptLanguage(sample: string): Language {
  const enough = count(sample, /\p{Script=Arabic}/gu) * 0.02
  if (count(sample, /[\u06c6\u06ce\u0695\u06b5]/g) > enough) return 'ku'
  if (count(sample, /[\u0679\u0688\u0691\u06ba\u06d2\u06c1\u06be]/g) > enough) return 'ur'
  return count(sample, /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/g) > enough ? 'fa' : 'ar'
}

function hanLanguage(counts: ReadonlyMap<string, number>): Language {
  const kana = (counts.get('Hiragana') ?? 0) + (counts.get('Katakana') ?? 0)
  const han = counts.get('Han') ?? 0
  // Chinese pages quote a Japanese name now and then; Japanese without kana is a rarity.
  return kana > (kana + han) / 20 ? 'ja' : 'zh'
}

/** The guesses for each window of the text, summed: one for a sure guess, half for a close one. */
function vote(text: string): { language: string; sure: boolean } {
  const votes = new Map<string, number>()
  for (let at = 0; at < text.length; at += DETECTOR_UNITS) {
    const guess = guessLanguage(text.slice(at, at + DETECTOR_UNITS))
    votes.set(guess.language, (votes.get(guess.language) ?? 0) + (guess.reliable ? 1 : 0.5))
  }
  votes.delete('')
  const [best] = [...votes].toSorted((left, right) => right[1] - left[1])
  return best === undefined ? { language: '', sure: false } : { language: best[0], sure: best[1] >= 1 }
}

function statisticalLanguage(sample: string, script: string, letters: number): Language {
  const only = sample.normalize('NFC').replace(new RegExp(`[^\\p{Script=${script}}\\p{M}'’]+`, 'gu'), ' ')
  const { language, sure } = vote(only)
  if (language === '' || (!sure && letters < ENOUGH_LETTERS)) return UNDETERMINED
  // The detector knows Malay and Indonesian as one; help pages are mostly Indonesian and the stemmer serves both.
  return language === 'ms' ? 'id' : language
}

function mainScript(counts: ReadonlyMap<string, number>): string | undefined {
  const weights = new Map<string, number>()
  for (const [script, letters] of counts) {
    // Japanese mixes three scripts; they count together until the language is chosen.
    const group = script === 'Hiragana' || script === 'Katakana' ? 'Han' : script
    const weight = DENSE_SCRIPTS.has(script) ? letters * DENSE_WEIGHT : letters
    weights.set(group, (weights.get(group) ?? 0) + weight)
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const ranked = [...weights].toSorted((left, right) => right[1] - left[1])
  const foreign = ranked.find(([script]) => script !== 'Latin' && script !== 'Other')
  if (foreign !== undefined && foreign[1] >= total * FOREIGN_SHARE) return foreign[0]
  return ranked[0]?.[0]
}

/**
 * The language of a text as an ISO 639-1 code, or 'und' when there is too little to tell. Looks at 1,500 UTF-16 units
 * at most, from the beginning and the middle; the same text always gets the same answer. The script decides where
 * it can; statistics of letters decide between languages that share one.
 */
export function detectLanguage(text: string): Language {
  const sample = sampleOf(text)
  const counts = countLetters(sample)
  const script = mainScript(counts)
  if (script === undefined || script === 'Other') return UNDETERMINED
  if (script === 'Han') return hanLanguage(counts)
  if (script === 'Arabic') return arabicScriptLanguage(sample)
  if (script === 'Hebrew') return /[\u05f0-\u05f2]/.test(sample) ? 'yi' : 'he'
  const only = SCRIPT_LANGUAGES.get(script)
  return only ?? statisticalLanguage(sample, script, counts.get(script) ?? 0)
}
