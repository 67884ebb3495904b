import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps } from './describe-group.ts'
import { groupQuestions, type Question } from './group-questions.ts'

let conversations = 0
function aQuestion(text: string, fields: Partial<Question> = {}): Question {
  const conversationId = ++conversations
  const askedAt = new Date(1_000_000 * conversationId)
  return { conversationId, text, language: 'en', askedAt, isRefused: true, nearestPageId: null, ...fields }
}

function groupsOf(...texts: readonly string[]): string[][] {
  const { groups } = groupQuestions(texts.map((text) => aQuestion(text)))
  return groups.map((group) => group.flatMap(({ questions }) => questions.map(({ text }) => text)).toSorted())
}

describe('questions are grouped', () => {
  test('when they share most of what they say, whatever words say nothing and whatever forms words have', () => {
    const [first, second, ...rest] = groupsOf(
      'How do I cancel my subscription?',
      'cancelling a subscription',
      'CANCEL SUBSCRIPTION!!',
      'Do you ship to Norway?',
      'shipping to Norway, is that possible?',
    )
    expect(rest).toEqual([])
    expect(first).toEqual(['CANCEL SUBSCRIPTION!!', 'How do I cancel my subscription?', 'cancelling a subscription'])
    expect(second).toHaveLength(2)
  })

  test('not by a word that all of them have', () => {
    const things = ['window', 'kettle', 'ladder', 'saddle', 'pillow', 'bucket']
    expect(groupsOf(...things.map((thing) => `Is the ${thing} waterproof?`))).toHaveLength(things.length)
  })

  test('in scripts without spaces too, and texts without words by themselves', () => {
    const inJapanese = ['返金の手続きを教えてください', '返金の手続きは?'].map((text) =>
      aQuestion(text, { language: 'ja' }),
    )
    expect(groupQuestions(inJapanese).groups).toHaveLength(1)
    expect(groupsOf('???', '🙁', '🙁')).toEqual([['🙁', '🙁'], ['???']])
  })
})

test('a gap counts its questions and shows the most central, the newest and the page that most are near to', () => {
  const [gap, ...rest] = findGaps([
    aQuestion('export the invoices of last year', { nearestPageId: 7, conversationId: 1 }),
    aQuestion('export the invoices', { nearestPageId: 9, conversationId: 1, isRefused: false }),
    aQuestion('export the invoices to paper', { nearestPageId: 9, conversationId: 2 }),
    aQuestion('Export the invoices', { conversationId: 3, askedAt: new Date(9e12) }),
  ])
  expect(rest).toEqual([])
  expect(gap).toMatchObject({
    label: 'Export the invoices',
    language: 'en',
    count: 4,
    refused: 3,
    badlyRated: 1,
    conversations: 3,
    lastAskedAt: new Date(9e12),
    nearestPageId: 9,
  })
  expect(gap?.examples.map(({ conversationId }) => conversationId)).toEqual([3, 2, 1])
})

test('what is shown of a question is one line of at most 200 whole characters', () => {
  const [gap] = findGaps([aQuestion(`one\n\n two ${'😀'.repeat(300)}`)])
  expect(gap?.label).toBe(`one two ${'😀'.repeat(192)}`)
})

const WORDS = [
  'refund',
  'invoice',
  'export',
  'password',
  'reset',
  'Norway',
  'ship',
  'the',
  'how',
  'Rechnung',
  '返金',
  '!',
]
const questions = fc.array(
  fc.record({
    conversationId: fc.integer({ min: 1, max: 9 }),
    text: fc.oneof(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    ),
    language: fc.constantFrom('en', 'de', 'ja', 'und'),
    askedAt: fc.integer({ min: 0, max: 5 }).map((time) => new Date(time)),
    isRefused: fc.boolean(),
    nearestPageId: fc.constantFrom(null, 1, 2),
  }),
  { maxLength: 30 },
)

test('every question is in exactly one group, and the same text in the same one', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const groups = groupQuestions(asked).groups.map((group) => group.flatMap((wording) => wording.questions))
      expect(groups.flat()).toHaveLength(asked.length)
      expect(new Set(groups.flat())).toEqual(new Set(asked))
      for (const question of asked) {
        expect(groups.filter((group) => group.some(({ text }) => text === question.text))).toHaveLength(1)
      }
      expect(findGaps(asked).reduce((total, { count }) => total + count, 0)).toBe(asked.length)
    }),
  )
})

test('the order in which questions come makes no difference', () => {
  fc.assert(
    fc.property(
      questions.chain((asked) => fc.tuple(fc.constant(asked), fc.shuffledSubarray(asked, { minLength: asked.length }))),
      ([asked, shuffled]) => {
        expect(findGaps(shuffled)).toEqual(findGaps(asked))
      },
    ),
  )
})
