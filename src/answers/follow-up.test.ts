import { expect, test } from 'vitest'
import { toStandaloneQuestion } from './follow-up.ts'

const history = [
  { role: 'user' as const, text: 'How do I reset the alarm?' },
  { role: 'agent' as const, text: 'Press the button.' },
]

test('a short question borrows the words that the user said before, never those of the agent', () => {
  expect(toStandaloneQuestion('and at night?', history)).toBe('How do I reset the alarm?\nand at night?')
})

test('a long question, and the first one, stand alone', () => {
  const long = 'What does the yellow lamp on the door mean?'
  expect(toStandaloneQuestion(long, history)).toBe(long)
  expect(toStandaloneQuestion('and at night?', [])).toBe('and at night?')
  expect(toStandaloneQuestion('and at night?', history.slice(1))).toBe('and at night?')
})
