import { describe, expect, test } from 'vitest'
import { parseFlow } from './flow.ts'

const OPTIONS = [{ id: 'a', text: 'A' }]
const PLAN = { id: 'plan', type: 'string' } as const

describe('a flow', () => {
  test('is completed with what may be left out', () => {
    const steps = parseFlow([
      { type: 'quick_replies', options: [{ text: 'A' }, { id: 'b', text: 'B', leads_to: 'hand_over' }] },
      { type: 'collect_attribute', body: 'Plan?', attribute: PLAN },
      { type: 'answer' },
    ])
    expect(steps).toEqual([
      {
        type: 'quick_replies',
        body: undefined,
        options: [
          { id: expect.stringMatching(/^[0-9a-f-]{36}$/), text: 'A', leads_to: 'continue' },
          { id: 'b', text: 'B', leads_to: 'hand_over' },
        ],
      },
      { type: 'collect_attribute', body: 'Plan?', attribute: { ...PLAN, model: 'user' } },
      { type: 'answer' },
    ])
  })

  test.each([
    ['a greeting without words', { type: 'greet' }, 'flow.1.body'],
    ['quick replies without options', { type: 'quick_replies', body: 'Which?' }, 'flow.1.options'],
    ['a question without an attribute', { type: 'collect_attribute', body: 'Plan?' }, 'flow.1.attribute'],
    ['an attribute without a question', { type: 'collect_attribute', attribute: PLAN }, 'flow.1.body'],
    ['an answer of its own', { type: 'answer', body: 'Ask me' }, 'flow.1.body'],
    ['a greeting with options', { type: 'greet', body: 'Hi', options: OPTIONS }, 'flow.1.options'],
    ['a hand-over with an attribute', { type: 'hand_over', attribute: PLAN }, 'flow.1.attribute'],
    [
      'an email that is a number',
      { type: 'collect_attribute', body: 'Email?', attribute: { id: 'email', type: 'integer' } },
      'flow.1.attribute.type',
    ],
    ['an option of another step', { type: 'quick_replies', options: OPTIONS }, 'flow.1.options.0.id'],
  ] as const)('is refused for %s', (_name, step, field) => {
    const fault = parseFlow([{ type: 'quick_replies', options: OPTIONS }, step as never])
    expect(fault).toEqual({ field, message: expect.stringContaining(field) })
  })
})
