import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyzeQuery } from '../analysis/index.ts'
import { extractQuote } from './extract-quote.ts'

function quote(text: string, question: string, language = 'en'): string {
  const terms = analyzeQuery(question, [language]).terms.map((term) => ({ ...term, weight: 1 }))
  const { start, end } = extractQuote(text, language, terms)
  return text.slice(start, end)
}

const many = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}${index}`)

test('a sentence is quoted whole, also a long one', () => {
  const long = `The ${many('word', 80).join(' ')} refund.`
  expect(quote(`This is the sentence that comes first of all. ${long} And this one is the last.`, 'refund')).toBe(long)
})

test('one without an end is cut at a clause, where it says most about the question', () => {
  const text = `${many('before', 200).join(', ')}, the refund of an order, ${many('after', 200).join(', ')}`
  const found = quote(text, 'refund of an order')
  expect(found).toContain('the refund of an order')
  expect(found.length).toBeLessThanOrEqual(420)
  expect(`, ${text},`).toContain(`, ${found},`)

  const chinese = `${'一二三四五六'.repeat(200)}退款方式${'七八九十'.repeat(200)}`
  expect(quote(chinese, '退款方式', 'zh')).toContain('退款方式')
  expect(quote(chinese, '退款方式', 'zh').length).toBeLessThanOrEqual(420)
})

test('whatever the text, a quote is a stretch of it with bounds, and cuts no character', () => {
  const unit = fc.constantFrom('word ', 'refund ', ', ', '😀', 'e\u0301', '語', '\n', '|', ' ', 'x')
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 3_000 }), (units) => {
      const text = units.join('')
      const found = quote(text, 'refund')
      expect(found.length).toBeLessThanOrEqual(840)
      expect(found.isWellFormed()).toBe(true)
      expect(found).not.toMatch(/^\p{M}/u)
    }),
    { numRuns: 100, seed: 3 },
  )
}, 60_000)
