import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeTerm } from './encode-term.ts'
import { analyze, tokenize } from './terms.ts'

const LANGUAGES = ['en', 'de', 'fr', 'tr', 'ru', 'ar', 'he', 'th', 'ja', 'zh', 'ko', 'hi', 'und', 'xx'] as const
const ENCODED = /^(?:[a-z][a-z0-9]{0,254}|[0-9]{1,18})$/

const fragments = fc.constantFrom(
  ...`user's API_KEY camelCase v2.14 1,000 e-mail l'adresse two-step foo.bar ﬁne ½ ﷺ Straße cafe\u0301 set\u00adtings
  İstanbul счёт الكِتـاب דו"ח שָׁלוֹם हिन्दी ｶﾞｲﾄﾞ ガイド 비밀번호 \u1112\u1161\u11ab\u1100\u116e\u11a8 设置 รหัสผ่าน 𠮷野 😀
  \ud800 \u0000 \u202e \u0301 ٢٠٢٦`.split(/\s+/),
)
const separators = fc.constantFrom(' ', '', '-', '.', '_', ',', "'", '’', '"', '\n', '\u200b')
const texts = fc.oneof(
  fc.array(fc.tuple(fragments, separators), { maxLength: 12 }).map((parts) => parts.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'aB1._-\',"é漢กא한\u0301\u200d\ud83d'), maxLength: 60 }),
)

describe('whatever the text', () => {
  test('analyze is the terms of tokenize', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        expect(analyze(text, language)).toEqual(tokenize(text, language).map((token) => token.term))
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('every term is one parser token and every surface is where it says', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        for (const token of tokenize(text, language)) {
          expect(token.term).toMatch(ENCODED)
          expect(token.surface).not.toBe('')
          expect(text.slice(token.start, token.end)).toBe(token.surface)
        }
      }),
      { seed: 2, numRuns: 1000 },
    )
  })

  test('the same text gives the same terms again, cached or not', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        const first = analyze(text, language)
        analyze(text, 'en')
        expect(analyze(text, language)).toEqual(first)
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})

function pair(text: string): string {
  return encodeTerm(text)
}

test.each([
  ['How do I reset my password?', ['reset', 'password']],
  ["Don't delete the user's invoices", ['delet', 'user', 'invoic']],
  ['two-step verification', ['two', 'step', 'verif']],
  ['API_KEY', ['api', 'key', 'apikey']],
  ['apiKey', ['api', 'key', 'apikey']],
  ['foo.bar', ['foo', 'bar', 'foobar']],
  ['APIs and userIDs', ['api', 'user', 'id', 'userid']],
  ['HTTPServer', ['http', 'server', 'httpserver']],
  ['send an e-mail', ['send', 'e', 'mail', 'email']],
  ['version 2.14', ['version', '2', '14', encodeTerm('2.14')]],
  ['1,000 seats', ['1000', 'seat']],
  ['turn off AI for the US', ['turn', 'off', 'ai', 'us']],
  ['set\u00adtings set\u200btings', ['set', 'set']],
  ['ＡＰＩ ｋｅｙ', ['api', 'key']],
  ['able name value new help', ['abl', 'name', 'valu', 'new', 'help']],
])('English: %s', (text, expected) => {
  expect(analyze(text, 'en')).toEqual(expected)
})

test.each([
  ['de', 'Suche nach Zeit', 2],
  ['sv', 'ta bort', 1],
  ['th', 'เปิด', 1],
  ['th', 'รหัสผ่าน', 2],
  ['vi', 'bàn cờ', 2],
  ['hu', 'új cikk', 2],
  ['ar', 'عدد', 1],
  ['en', 'sign out before', 3],
])('%s: words that carry the question stay: %s', (language, text, count) => {
  expect(analyze(text, language)).toHaveLength(count)
})

test.each([
  ['de', 'wie ich mit dem'],
  ['fr', 'comment est-ce que je peux'],
  ['es', '¿cómo puedo'],
  ['pt', 'como posso'],
  ['it', 'come posso'],
  ['nl', 'hoe kan ik'],
  ['tr', 'nasıl'],
  ['pl', 'jak mogę'],
  ['sv', 'hur kan jag'],
  ['ru', 'как мне это'],
  ['he', 'איך אני'],
  ['ar', 'كيف في هذا'],
  ['en', "What's it? Don't you, can't I? I'm, I'd, we'll"],
])('%s: small words go: %s', (language, text) => {
  expect(analyze(text, language)).toEqual([])
})

test('the joined spelling of an identifier meets every other spelling', () => {
  const spellings = ['apiKey', 'ApiKey', 'api_key', 'API_KEY', 'api.key', 'apikey', 'APIKEY']
  for (const spelling of spellings) expect(analyze(spelling, 'en')).toContain('apikey')
})

test('offsets of a possessive and of a compound', () => {
  const text = "The user's apiKey"
  expect(tokenize(text, 'en').map(({ surface, start, end }) => [surface, start, end])).toEqual([
    ["user's", 4, 10],
    ['api', 11, 14],
    ['Key', 14, 17],
    ['apiKey', 11, 17],
  ])
})

test.each([
  ['fr', "l'adresse de l’utilisateur", ['adress', 'utilis']],
  ['it', "dell'utente", ['utent']],
  ['de', 'die Häuser', ['haus']],
])('%s: %s', (language, text, expected) => {
  expect(analyze(text, language)).toEqual(expected)
})

describe('two spellings, one term', () => {
  test.each([
    ['en', 'café', 'cafe'],
    ['en', 'naïve', 'nai\u0308ve'],
    ['de', 'Straße', 'STRASSE'],
    ['de', 'Größe', 'Groesse'],
    ['ru', 'счёт', 'счет'],
    ['ru', 'настро\u0301йка', 'настройка'],
    ['ar', 'كِتَاب', 'كتـــاب'],
    ['ar', 'إعدادات', 'اعدادات'],
    ['ar', 'على', 'علي'],
    ['fa', 'كتاب', 'کتاب'],
    ['he', 'שָׁלוֹם', 'שלום'],
    ['el', 'Ρύθμιση', 'ρυθμιση'],
    ['el', 'ΛΟΓΑΡΙΑΣΜΟΣ', 'λογαριασμός'],
    ['tr', 'AYARLARI', 'ayarları'],
    ['ja', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['ko', '\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국'],
    ['ar', '٢٠٢٦', '2026'],
    ['hi', '२०२६', '2026'],
  ])('%s: %s and %s', (language, left, right) => {
    expect(analyze(left, language)).toEqual(analyze(right, language))
  })
})

describe('inflected words meet', () => {
  test.each([
    ['en', 'subscriptions', 'subscription'],
    ['de', 'Rechnungen', 'Rechnung'],
    ['fr', 'paramètres', 'paramètre'],
    ['es', 'facturas', 'factura'],
    ['pt', 'configurações', 'configuração'],
    ['it', 'impostazioni', 'impostazione'],
    ['nl', 'facturen', 'factuur'],
    ['sv', 'inställningar', 'inställning'],
    ['da', 'indstillinger', 'indstilling'],
    ['no', 'innstillinger', 'innstilling'],
    ['fi', 'laskun', 'laskut'],
    ['hu', 'beállítások', 'beállítás'],
    ['ro', 'facturile', 'factura'],
    ['tr', 'ayarları', 'ayarlar'],
    ['pl', 'faktury', 'faktura'],
    ['cs', 'faktury', 'faktura'],
    ['ru', 'подписку', 'подписка'],
    ['el', 'λογαριασμού', 'λογαριασμός'],
    ['ar', 'الكتاب', 'كتاب'],
    ['ar', 'المستخدمين', 'مستخدم'],
    ['he', 'ההגדרות', 'הגדרה'],
    ['he', 'למשתמשים', 'משתמש'],
    ['he', 'החשבונות', 'חשבון'],
    ['he', 'והלוח', 'לוחות'],
    ['id', 'pengaturan', 'mengatur'],
  ])('%s: %s and %s', (language, left, right) => {
    expect(analyze(left, language)).toEqual(analyze(right, language))
    expect(analyze(left, language)).toHaveLength(1)
  })

  test('but an invoice is not an account in Hebrew', () => {
    expect(analyze('חשבונית', 'he')).not.toEqual(analyze('חשבון', 'he'))
  })

  test('an English word on a Russian or Japanese page is English', () => {
    expect(analyze('API settings', 'ru')).toEqual(analyze('API setting', 'en'))
    expect(analyze('settingsを開く', 'ja')).toContain('set')
  })
})

describe('scripts without spaces', () => {
  test('Chinese and Japanese are pairs; a lone character stands alone', () => {
    expect(analyze('修改密码', 'zh')).toEqual(['修改', '改密', '密码'].map(pair))
    expect(analyze('設定', 'ja')).toEqual([pair('設定')])
    expect(analyze('第1章', 'ja')).toEqual([pair('第'), '1', pair('章')])
  })

  test('question words are dropped', () => {
    expect(analyze('如何修改密码', 'zh')).not.toContain(pair('如何'))
    expect(analyze('ですか', 'ja')).toEqual([])
    expect(analyze('어떻게', 'ko')).toEqual([])
  })

  test('Korean particles do not hide the noun', () => {
    expect(analyze('비밀번호를', 'ko')).toEqual(expect.arrayContaining(analyze('비밀번호', 'ko')))
  })

  test('Thai words are found inside a sentence', () => {
    expect(analyze('ฉันจะเปลี่ยนรหัสผ่านได้อย่างไร', 'th')).toEqual(expect.arrayContaining(analyze('รหัสผ่าน', 'th')))
    expect(tokenize('เปลี่ยนรหัส', 'th').map((token) => token.surface)).toEqual(['เปลี่ยน', 'รหัส'])
  })
})
