import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PHRASES, RATING_KEYS } from './language-words.ts'
import { LANGUAGES } from './languages.ts'
import { ratingLabels, say } from './say.ts'

test('topics are listed as the language lists alternatives', () => {
  const topics = ['Invoices', 'Refunds', 'Taxes']
  expect(say('en', 'clarifyingChoice', topics)).toContain('Invoices, Refunds, or Taxes?')
  expect(say('pl', 'clarifyingChoice', topics)).toContain('Invoices, Refunds lub Taxes?')
  expect(say('el', 'clarifyingChoice', topics.slice(1))).toContain('Refunds ή Taxes;')
})

test('a title comes out as it is, whatever it holds', () => {
  const title = fc.oneof(fc.string(), fc.constantFrom('$&', "$' $` $$ $1", '{topics}', '<b>', '\\'))
  const language = fc.constantFrom(...Object.keys(LANGUAGES))
  const isVerbatim = (one: string, other: string, code: string) => {
    const [before = '', after = ''] = LANGUAGES[code]?.phrases.clarifyingChoice.split('{topics}') ?? []
    const said = say(code, 'clarifyingChoice', [one, other])
    expect(said.startsWith(`${before}${one}`) && said.endsWith(`${other}${after}`)).toBe(true)
  }
  fc.assert(fc.property(title, title, language, isVerbatim), { seed: 7, numRuns: 500 })
})

test('a language without words is spoken to in English', () => {
  for (const language of ['und', 'xx', '']) {
    expect(say(language, 'greeting')).toBe(say('en', 'greeting'))
    expect(say(language, 'clarifyingChoice', ['a', 'b'])).toBe(say('en', 'clarifyingChoice', ['a', 'b']))
    expect(ratingLabels(language)).toEqual(ratingLabels('en'))
  }
})

test.each(Object.keys(LANGUAGES))('%s: no two phrases and no two labels are the same', (language) => {
  const said = PHRASES.map((phrase) => say(language, phrase, ['A', 'B']))
  expect(new Set(said).size).toBe(PHRASES.length)
  const labels = Object.values(ratingLabels(language)).map(({ label }) => label)
  expect(new Set(labels).size).toBe(RATING_KEYS.length)
})

test('every rating has its face', () => {
  expect(Object.values(ratingLabels('sk')).map(({ emoji }) => emoji)).toEqual(['😠', '🙁', '😐', '😃', '🤩'])
})
