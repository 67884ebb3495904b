import * as lists from 'stopword'
import { ENGLISH_STOP_WORDS } from './english-stop-words.ts'
import { foldWord, normalizeWord } from './normalize-word.ts'
import { questionWords } from './question-words.ts'
import type { Language } from './script.ts'

/** The library names its lists by ISO 639-2 codes. */
const LIST_NAMES = new Map<Language, string>(
  (
    'ar:ara bg:bul bn:ben ca:cat cs:ces da:dan de:deu el:ell es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle ' +
    'gl:glg gu:guj he:heb hi:hin hr:hrv hu:hun hy:hye id:ind it:ita ku:kur lt:lit lv:lav mr:mar ms:msa nb:nob ' +
    'nl:nld nn:nob no:nob pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sv:swe sw:swa th:tha tl:tgl tr:tur uk:ukr ' +
    'ur:urd vi:vie'
  )
    .split(' ')
    .map((pair): [Language, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
)

/**
 * Words of the library's lists that carry a question in support text, so they are indexed all the same: nouns of
 * time and money, verbs such as open, send, remove and search, "back", "open", "together", "right".
 */
const CONTENT_WORDS: Readonly<Record<Language, string>> = {
  ar: 'زيارة عدد عدة سنة سنوات يوم اليوم الوقت اعادة اعلنت شخصا قوة نفس وقت',
  cs: 'strana článku články zprávy tipy téma nový nové dobrý',
  da: 'ny nyt tag tage stor store',
  de:
    'beispiel bekannt eigen eigene eigenen eigener eigenes ende folgende früher groß große großen großer großes ' +
    'gross grosse grossen grosser grosses jahr jahre jahren kleine kleinen kleiner kleines kurz lang lange leicht ' +
    'mensch menschen mittel möglich morgen neue neuen offen ordnung recht rechte rechten rechter rechtes richtig ' +
    'sache schluss später startseite suche tag tage tagen teil uhr weg zeit zurück zusammen',
  fi: 'vuonna vuoden vuosina kuun ensimmäinen ensimmäisen aikana',
  hu: 'cikk cikkek cikkeket új újabb újra vissza külön együtt össze kész később év évek napot teljes lehetőség',
  id:
    'akhir awal bekerja bulan cara caranya data dibuat digunakan empat gunakan hari jawab jawaban jumlah kasus ' +
    'keluar kembali lama lanjut lihat masalah masuk melihat membuat memulai menambahkan menggunakan mengakhiri ' +
    'menjawab mulai panjang pertanyaan tambah tempat umum waktu tahun',
  it: 'sopra sotto',
  pl: 'sposób',
  ro: 'timp timpul acord',
  sv:
    'beslut bort borta dag dagar dagen enkel enkelt gälla gäller ligga ligger nummer rakt rätt tid tidigare ' +
    'tillsammans viktig viktigt möjlig möjligt',
  th: 'ผ่าน รับ ส่ง เปิด เปิดเผย ออก เข้า วัน รวม ราย พบ ผล',
  tr: 'bin yüz iyi',
}

const sets = new Map<Language, ReadonlySet<string>>()
const NO_WORDS: ReadonlySet<string> = new Set()

function wordsOf(language: Language): readonly string[] {
  if (language === 'en') return ENGLISH_STOP_WORDS
  const name = LIST_NAMES.get(language)
  const list: unknown = name === undefined ? [] : Reflect.get(lists, name)
  return Array.isArray(list) ? list.filter((word): word is string => typeof word === 'string') : []
}

/** Compared without diacritics, except in Vietnamese: there they tell the small words from all the others. */
function comparable(word: string, language: Language): string {
  return language === 'vi' ? word : foldWord(word)
}

function comparableSet(words: readonly string[], language: Language): Set<string> {
  return new Set(words.map((word) => comparable(normalizeWord(word.replaceAll(/['’]/g, ''), language), language)))
}

function stopWords(language: Language): ReadonlySet<string> {
  const known = sets.get(language)
  if (known !== undefined) return known
  const words = comparableSet([...wordsOf(language), ...questionWords(language)], language)
  if (words.size === 0) return NO_WORDS
  const content = comparableSet((CONTENT_WORDS[language] ?? '').split(' '), language)
  // Numbers are content in every language ("step 9"); some lists hold digits.
  const kept = new Set([...words].filter((word) => !content.has(word) && !/^\p{N}*$/u.test(word)))
  sets.set(language, kept)
  return kept
}

/**
 * Whether a normalised word (see `normalizeWord`) carries no content in the language. Diacritics are ignored, as
 * people leave them out of the small words first. False for every word of a language without a list.
 */
export function isStopWord(word: string, language: Language): boolean {
  return stopWords(language).has(comparable(word, language))
}
