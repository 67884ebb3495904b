import { expect, test } from 'vitest'
import { findContext, ownTerms } from './follow-up.ts'

const history = [
  { role: 'user' as const, text: 'How do I reset the alarm?' },
  { role: 'agent' as const, text: 'Press the button.' },
]

test('a question of few words needs what the user said before, never what the agent said', () => {
  expect(findContext(1, history)).toBe('How do I reset the alarm?')
  expect(findContext(1, history.slice(1))).toBeUndefined()
})

test('a question of many words, and the first one, stand alone', () => {
  expect(findContext(4, history)).toBeUndefined()
  expect(findContext(1, [])).toBeUndefined()
})

test('the words that the question brings are told from those of its context', () => {
  const terms = ['reset', 'alarm', 'Night'].map((surface) => ({ surface, variants: [surface] }))
  expect(ownTerms(terms, 'and at night?').map(({ surface }) => surface)).toEqual(['Night'])
})
