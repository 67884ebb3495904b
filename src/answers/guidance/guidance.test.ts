import { expect, test } from 'vitest'
import { DEFAULT_GUIDANCE, guidanceLines } from './guidance.ts'

test('without guidance a model is told nothing', () => {
  expect(guidanceLines(DEFAULT_GUIDANCE)).toEqual([])
})

test('each thing that was asked for is one line, however it was written', () => {
  const rules = [{ title: 'Refunds', text: 'Never promise one.\n\nSay who decides.', category: 'everything_else' }]
  expect(
    guidanceLines({ tone: 'warm,\nplain', length: 'concise', formality: 'informal', language: 'de', rules }),
  ).toEqual([
    'Tone: warm, plain',
    expect.stringContaining('few sentences'),
    expect.stringContaining('informally'),
    expect.stringContaining('"de"'),
    'Refunds: Never promise one. Say who decides.',
  ])
})
