import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeTerm } from '../../analysis/index.ts'
import { compareQuestions, keyOf, shareOf, wordsOf } from './match-question.ts'

function compare(question: string, example: string, language = 'en', synonyms: Record<string, string[]> = {}) {
  const asked = wordsOf(question, language).map((word) => {
    const own = synonyms[word.surface]
    return own === undefined ? word : { ...word, synonyms: own }
  })
  const terms = wordsOf(example, language).flatMap(({ variants }) => variants)
  return compareQuestions(question, asked, { question: example, language, terms })
}

/** How much of the longer question the shorter one holds when all words weigh the same. */
function share(question: string, example: string): number {
  const overlap = compare(question, example)
  if (overlap.kind !== 'longer') return overlap.kind === 'same' ? 1 : 0
  return shareOf(
    overlap.longer.map((term) => ({ ...term, weight: 1 })),
    overlap.shorter,
  )
}

describe('two questions', () => {
  test.each([
    ['How do I delete the notifications?', 'Can I delete a notification'],
    ['Where can I change my e-mail address?', 'how to change email address please'],
    ['What is the width of the stand end to end?', 'Width of the stand from end to end'],
    ['Does it support HDMI 2.1?', 'HDMI 2.1 support'],
  ])('%j and %j are the same', (left, right) => {
    expect(compare(left, right)).toEqual({ kind: 'same' })
    expect(compare(right, left)).toEqual({ kind: 'same' })
  })

  test.each([
    ['a single common word', 'Where is my refund?', 'When is a refund?'],
    [
      'a word instead of another',
      'How do I raise the monthly limit of cards?',
      'How do I lower the monthly limit of cards?',
    ],
    ['a denial', 'Why can I log in to the account?', "Why can't I log in to the account?"],
    ['an opposite', 'How do I turn dark mode on?', 'How do I turn dark mode off?'],
    ['a reason', 'How was my card charged twice?', 'Why was my card charged twice?'],
    ['a time', 'How can I cancel my order?', 'When can I cancel my order?'],
    ['a number', 'What does error 404 of the gateway mean?', 'What does error 500 of the gateway mean?'],
    ['a number more', 'How do I reset the router?', 'How do I reset the router 2?'],
  ])('that differ in %s are two', (_what, left, right) => {
    expect(compare(left, right)).toEqual({ kind: 'none' })
    expect(compare(right, left)).toEqual({ kind: 'none' })
  })

  test('in a language whose opposites are small words are told apart by these', () => {
    expect(compare('Wie schalte ich die Kamera ein?', 'Wie schalte ich die Kamera aus?', 'de').kind).toBe('none')
    expect(compare('Kann ich mit Karte zahlen?', 'Kann ich nicht mit Karte zahlen?', 'de').kind).toBe('none')
    // Nobody has listed them for Finnish, so all small words count.
    expect(compare('Miten kamera sammutetaan', 'Miten kamera ei sammutetaan', 'fi').kind).toBe('none')
  })

  test('share what the shorter holds of the longer, whichever was asked', () => {
    const [long, short] = ['How do I export paid invoices as spreadsheets?', 'export invoices as spreadsheets']
    expect(share(long, short)).toBe(3 / 4)
    expect(share(short, long)).toBe(3 / 4)
  })

  test('meet by synonyms, of which a phrase counts only as a whole', () => {
    const synonyms = { '2fa': ['two step login'] }
    expect(compare('turn on 2fa', 'turn on two-step login', 'en', synonyms)).toEqual({ kind: 'same' })
    expect(compare('turn on 2fa', 'turn on login', 'en', synonyms)).toEqual({ kind: 'none' })
    // One word in the end, however many words say it.
    const words = Object.fromEntries(['two', 'step', 'login'].map((word) => [word, [encodeTerm('2fa')]]))
    expect(compare('two-step login', '2fa codes', 'en', words)).toEqual({ kind: 'none' })
  })
})

const WORDS = 'invoice router camera password refund export cancel upgrade shipping address card limit'.split(' ')
const aWord = fc.constantFrom(...WORDS)
const words = fc.uniqueArray(aWord, { minLength: 2, maxLength: 6 })

test('the order of words does not matter, nor do small words', () => {
  const shuffled = words.chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray(given, { minLength: given.length }),
      fc.array(fc.constantFrom('the', 'my', 'please', 'is', 'how')),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([given, other, small]) => {
      expect(compare([...small, ...given].join(' '), other.join(' '))).toEqual({ kind: 'same' })
    }),
  )
})

test('questions that share one word or none, or of which each has a word of its own, never match', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const shared = left.filter((word) => right.includes(word)).length
      const isContained = shared === left.length || shared === right.length
      if (shared < 2 || !isContained) expect(share(left.join(' '), right.join(' '))).toBe(0)
      else expect(share(left.join(' '), right.join(' '))).toBe(shared / Math.max(left.length, right.length))
    }),
  )
})

test('a key is of all words in order, whatever their case and signs', () => {
  expect(keyOf('Who are you?')).toEqual(keyOf('who ARE  you'))
  expect(keyOf('Who are you?')).not.toEqual(keyOf('Are you who?'))
  expect(keyOf('???')).toEqual(keyOf(''))
})
