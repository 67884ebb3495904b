import { expect, test } from 'vitest'
import type { Question } from '../dataset/dataset.ts'
import { evaluate } from './evaluate.ts'
import { planQuestions, type PlannedQuestion } from './plan-questions.ts'
import type { GivenAnswer, Subject } from './subject.ts'

const OPTIONS = { only: undefined, concurrency: 1, onProgress() {} }
const TEXT = 'Press the green button to start.'

function aQuestion(id: string, isAnswerable = true): Question {
  return { id, text: `${id}?`, answers: [], isAnswerable, history: [] }
}

function aPlan(...questions: Question[]): PlannedQuestion[] {
  const relevance = new Map(questions.map(({ id }) => [id, new Map([['start', 1]])]))
  const dataset = { name: 'own', questions, relevance, pages: undefined, notes: [] }
  return planQuestions(dataset, [], { limit: undefined, foreignSample: 10 })
}

function anAnswer(citations: GivenAnswer['citations']): GivenAnswer {
  return { status: 'answered', mode: 'extractive', text: TEXT, confidence: 0.8, citations }
}

function aSubject(fields: Partial<Subject> = {}): Subject {
  return {
    search: async () => ({ value: [], tookMs: 1 }),
    answer: async () => ({ value: anAnswer([]), tookMs: 2 }),
    readPage: async (pageId) => (pageId === '1' ? { externalId: 'start', text: `Title\n${TEXT}` } : undefined),
    ...fields,
  }
}

test('a citation is valid when its quote stands at its offsets in the text of a page that is there', async () => {
  const quote = 'green button'
  const citations = [
    { pageId: '1', quote, start: 16, end: 28 },
    { pageId: '1', quote, start: 15, end: 27 },
    { pageId: '1', quote: '', start: 3, end: 3 },
    { pageId: '2', quote, start: 16, end: 28 },
  ]
  const read: string[] = []
  const subject = aSubject({
    answer: async () => ({ value: anAnswer(citations), tookMs: 2 }),
    readPage: (pageId) => (read.push(pageId), aSubject().readPage(pageId)),
  })
  const [asked] = await evaluate(aPlan(aQuestion('q1'), aQuestion('q2')), subject, OPTIONS)
  expect(asked?.answer?.citations.map((one) => one.is_valid)).toEqual([true, false, false, false])
  expect(asked?.answer?.citations.map((one) => one.external_id)).toEqual(['start', 'start', 'start', undefined])
  expect(asked?.measures).toMatchObject({ citation_validity: [1, 4], citation_precision: [3, 4] })
  expect(read).toEqual(['1', '2'])
})

test('a page that was found in several sources counts once, at its best place', async () => {
  const found = ['other', 'other', 'start', 'start'].map((externalId, index) => ({ externalId, score: 9 - index }))
  const subject = aSubject({ search: async () => ({ value: found, tookMs: 1 }) })
  const [asked] = await evaluate(aPlan(aQuestion('q1')), subject, OPTIONS)
  expect(asked?.search?.results).toEqual([
    { external_id: 'other', score: 9 },
    { external_id: 'start', score: 7 },
  ])
  expect(asked?.measures).toMatchObject({ 'mrr@10': [0.5, 1] })
})

test('refusals are measured only where some question has no answer', async () => {
  const all = await evaluate(aPlan(aQuestion('q1'), aQuestion('q2', false)), aSubject(), OPTIONS)
  expect(all.map(({ measures }) => measures['refusal_recall'])).toEqual([
    [0, 0],
    [0, 1],
  ])
  const [asked] = await evaluate(aPlan(aQuestion('q1')), aSubject(), OPTIONS)
  expect(asked?.measures).not.toHaveProperty('refusal_recall')
})

test('foreign questions are only answered, beside as many of the own ones', async () => {
  const own = [aQuestion('q1'), aQuestion('q2'), aQuestion('q3', false)]
  const dataset = { name: 'own', questions: own, relevance: new Map(), pages: undefined, notes: [] }
  const foreign = [{ name: 'theirs', questions: [aQuestion('a', false), aQuestion('b'), aQuestion('c')] }]
  const plan = planQuestions(dataset, foreign, { limit: undefined, foreignSample: 1 })
  const searched: string[] = []
  const subject = aSubject({ search: async ({ id }) => (searched.push(id), { value: [], tookMs: 1 }) })
  const asked = await evaluate(plan, subject, OPTIONS)
  const beside = asked.filter(({ measures }) => 'foreign:theirs:refusal_f1' in measures)
  expect(beside.map(({ dataset: name, kind }) => [name, kind])).toEqual([
    ['own', 'answerable'],
    ['theirs', 'foreign'],
  ])
  expect(searched).toEqual(['q1', 'q2', 'q3'])
})

test('one part alone asks nothing else', async () => {
  const [asked] = await evaluate(aPlan(aQuestion('q1')), aSubject(), { ...OPTIONS, only: 'search' })
  expect(asked).not.toHaveProperty('answer')
  const [other] = await evaluate(aPlan(aQuestion('q1')), aSubject(), { ...OPTIONS, only: 'answers' })
  expect(other).not.toHaveProperty('search')
})

test('questions are asked a few at once, and results keep their order', async () => {
  const waiting: (() => void)[] = []
  const subject = aSubject({
    search: async () => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return { value: [], tookMs: 1 }
    },
  })
  const running = evaluate(aPlan(aQuestion('q1'), aQuestion('q2'), aQuestion('q3')), subject, {
    ...OPTIONS,
    concurrency: 2,
  })
  expect(waiting).toHaveLength(2)
  waiting[1]?.()
  await expect.poll(() => waiting.length).toBe(3)
  waiting[2]?.()
  waiting[0]?.()
  expect((await running).map(({ id }) => id)).toEqual(['q1', 'q2', 'q3'])
})

test('after a failure nothing more is asked', async () => {
  let asked = 0
  const subject = aSubject({
    search: async () => {
      asked++
      throw new Error('the server is gone')
    },
  })
  const questions = Array.from({ length: 9 }, (_, index) => aQuestion(`q${index}`))
  await expect(evaluate(aPlan(...questions), subject, { ...OPTIONS, concurrency: 2 })).rejects.toThrow('is gone')
  expect(asked).toBe(2)
})
