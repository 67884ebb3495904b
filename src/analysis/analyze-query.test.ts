import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyzeQuery } from './analyze-query.ts'
import { encodeTerm } from './encode-term.ts'
import { analyze } from './terms.ts'

const WORDS: Readonly<Record<string, string>> = {
  en: 'subscription invoices billing canceled teammates conversations webhook settings export GitHub API_KEY',
  de: 'Rechnungen Abonnement kündigen Größe Einstellungen Benutzer Zahlung löschen',
  fr: "factures abonnement résilier paramètres l'adresse paiement supprimée",
  es: 'facturas suscripción configuración usuarios contraseña eliminar',
  pt: 'faturas assinatura configurações usuários senha',
  tr: 'ayarları faturalar İptal aboneliğimi şifre',
  ru: 'подписку счёта настройки пользователей оплату',
  uk: 'підписку рахунку налаштування',
  el: 'λογαριασμού ρυθμίσεις τιμολόγια',
  ar: 'الفاتورة المستخدمين إعدادات الاشتراك',
  he: 'ההגדרות חשבונית משתמשים תשלומים',
  th: 'รหัสผ่าน',
  ja: '請求書 パスワード 設定',
  zh: '发票 密码 设置',
  ko: '비밀번호 청구서 결제',
}
const samples = Object.entries(WORDS).flatMap(([language, words]) =>
  words.split(' ').map((word) => ({ language, word })),
)

function surfaces(text: string, library: readonly string[]): string[] {
  return analyzeQuery(text, library).terms.map((term) => term.surface)
}

test('a word meets the pages of every library language that has it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.shuffledSubarray(['en', 'de', 'fr', 'ru', 'ar', 'he', 'ja', 'und'], { maxLength: 4 }),
      ({ language, word }, others) => {
        const variants = analyzeQuery(word, [language, ...others]).terms.flatMap((term) => term.variants)
        expect(variants).toEqual(expect.arrayContaining(analyze(word, language)))
      },
    ),
    { seed: 21, numRuns: 1000 },
  )
})

test('variants are distinct, encoded and at most six; terms are distinct', () => {
  const library = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'tr', 'und']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...samples), { maxLength: 8 }), (words) => {
      const { terms } = analyzeQuery(words.map(({ word }) => word).join(' '), library)
      for (const { variants } of terms) {
        expect(variants.length).toBeGreaterThanOrEqual(1)
        expect(variants.length).toBeLessThanOrEqual(6)
        expect(new Set(variants).size).toBe(variants.length)
        for (const variant of variants) expect(variant).toMatch(/^(?:[a-z][a-z0-9]*|[0-9]+)$/)
      }
      expect(new Set(terms.map((term) => term.variants.join(' '))).size).toBe(terms.length)
    }),
    { seed: 22, numRuns: 500 },
  )
})

test.each([
  ['How do I cancel my subscription?', ['cancel', 'subscription']],
  ['what is an API key', ['API', 'key']],
  ['Can you please tell me where the invoices are?', ['tell', 'invoices']],
  ['Fin AI agent', ['Fin', 'AI', 'agent']],
  ['who is it?', ['who', 'is', 'it']],
  ['HOW DO I RESET IT', ['RESET']],
  ['invoice Invoices INVOICE', ['invoice']],
])('English library: %s', (text, expected) => {
  expect(surfaces(text, ['en'])).toEqual(expected)
})

test.each([
  ['wie kündige ich mein Abonnement', 'de', ['kündige', 'Abonnement']],
  ['как отменить подписку', 'ru', ['отменить', 'подписку']],
  ['cómo cancelo mi suscripción', 'es', ['cancelo', 'suscripción']],
])('stop words of the language asked in: %s', (text, language, expected) => {
  expect(surfaces(text, [language, 'en'])).toEqual(expected)
  expect(analyzeQuery(text, [language, 'en']).language).toBe(language)
})

describe('a query too short to tell', () => {
  test('uses the stop words of the first library language of its script', () => {
    expect(analyzeQuery('der Bot', ['ru', 'de']).language).toBe('und')
    expect(surfaces('der Bot', ['ru', 'de'])).toEqual(['Bot'])
    expect(surfaces('der Bot', ['en'])).toEqual(['der', 'Bot'])
  })

  test('is matched under every library language', () => {
    const [term] = analyzeQuery('Rechnungen', ['en', 'de', 'und']).terms
    expect(term?.variants).toEqual(expect.arrayContaining(['rechnung', 'rechnungen']))
  })
})

test('Latin words of a query meet a Japanese library', () => {
  const variants = analyzeQuery('settings', ['ja']).terms.flatMap((term) => term.variants)
  expect(variants).toEqual(expect.arrayContaining(analyze('settings', 'ja')))
})

test('pairs of a Japanese question drop its scaffolding whatever the library', () => {
  expect(surfaces('どうすればパスワードを変更できますか', ['en'])).not.toContain('どう')
  const { terms } = analyzeQuery('請求書', ['en', 'zh'])
  expect(terms.map((term) => term.variants)).toEqual([[encodeTerm('請求')], [encodeTerm('求書')]])
})

test.each(['', '   ', '?!', '😀', '\ud800', '\u0000'])('%j has no terms', (text) => {
  expect(analyzeQuery(text, ['en'])).toEqual({ language: 'und', terms: [], contentWords: 0 })
})

test('an empty library still gets terms', () => {
  expect(analyzeQuery('cancel subscriptions', []).terms.length).toBe(2)
})
