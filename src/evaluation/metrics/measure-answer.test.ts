import { expect, test } from 'vitest'
import { measureAnswer, type CheckedAnswer } from './measure-answer.ts'
import { measureForeignRefusal, measureRefusal } from './measure-refusal.ts'

const question = { id: 'q', text: 'Where?', answers: ['the green door'], isAnswerable: true, history: [] }
const passage = { ...question, answers: ['a gold answer that is somewhat longer than it could be contained'] }
const unanswerable = { ...question, answers: [], isAnswerable: false }
const grades = new Map([
  ['doors', 1],
  ['windows', 0],
])

const refused: CheckedAnswer = { status: 'refused', text: 'I could not find the green door.', citations: [] }
const answered: CheckedAnswer = {
  status: 'answered',
  text: 'Behind the green door.',
  citations: [
    { external_id: 'doors', quote: 'Behind the green door.', is_valid: true },
    { external_id: 'windows', quote: 'made up', is_valid: false },
  ],
}

test('an answer is measured by its words, its citations and whether there is one', () => {
  expect(measureAnswer(answered, question, grades)).toEqual({
    answer_rate: [1, 1],
    right_answers: [1, 1],
    answer_containment: [1, 1],
    answer_f1: [(2 * 2) / (3 + 2), 1],
    citation_precision: [1, 2],
    citation_validity: [1, 2],
  })
})

test('a refusal gains nothing where an answer would have counted, whatever its own words say', () => {
  expect(measureAnswer(refused, question, grades)).toEqual({
    answer_rate: [0, 1],
    answer_containment: [0, 1],
    answer_f1: [0, 1],
  })
})

test('where the gold answer is a passage, the cited page decides whether the answer is right', () => {
  expect(measureAnswer(answered, passage, grades)).toMatchObject({ right_answers: [1, 1] })
  expect(measureAnswer(answered, passage, new Map([['stairs', 1]]))).toMatchObject({ right_answers: [0, 1] })
  const unjudged = measureAnswer(answered, passage, new Map())
  expect(unjudged).not.toHaveProperty('right_answers')
  expect(unjudged).not.toHaveProperty('citation_precision')
})

test('an answer to a question without one is wrong; refusing it adds nothing here', () => {
  expect(measureAnswer(answered, unanswerable, new Map())).toEqual({
    right_answers: [0, 1],
    citation_validity: [1, 2],
  })
  expect(measureAnswer(refused, unanswerable, new Map())).toEqual({})
})

test('a citation of a page that is gone is neither relevant nor valid', () => {
  const gone = { ...answered, citations: [{ quote: 'Behind', is_valid: false }] }
  expect(measureAnswer(gone, question, grades)).toMatchObject({
    citation_precision: [0, 1],
    citation_validity: [0, 1],
  })
})

test('refusals are right for questions without an answer', () => {
  const all = [measureRefusal(true, false), measureRefusal(true, true), measureRefusal(false, false)]
  const sum = (metric: keyof (typeof all)[number]) =>
    all.map((one) => one[metric]).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
  expect(sum('refusal_precision')).toEqual([1, 2])
  expect(sum('refusal_recall')).toEqual([1, 2])
  expect(sum('refusal_f1')).toEqual([2, 4])
  expect(measureForeignRefusal('other', true, true)).toMatchObject({ 'foreign:other:refusal_recall': [1, 1] })
  expect(measureForeignRefusal('other', true, false)).toMatchObject({ 'foreign:other:refusal_precision': [0, 1] })
})
