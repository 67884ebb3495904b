import { expect, test } from 'vitest'
import { parseAttributes, toAskerFields } from './asker-options.ts'

test('attributes have the types that JSON gives them, and dots lead into objects', () => {
  const pairs = [
    'plan=pro',
    'seats=5',
    'beta=true',
    'zip=00712',
    'code="5"',
    'company.tier=gold',
    'company.size=-2.5',
    'x=a=b',
  ]
  expect(parseAttributes(pairs)).toEqual({
    plan: 'pro',
    seats: 5,
    beta: true,
    zip: '00712',
    code: '5',
    company: { tier: 'gold', size: -2.5 },
    x: 'a=b',
  })
})

test.each(['plan', '=pro', 'a..b=1', '__proto__.x=1'])('%s is no attribute', (pair) => {
  expect(() => parseAttributes([pair])).toThrow(/KEY=VALUE/)
})

test('an attribute is not both a value and an object', () => {
  expect(() => parseAttributes(['a=1', 'a.b=2'])).toThrow(/both/)
})

test('only the fields that were given are sent', () => {
  expect(toAskerFields({ agent: 'ai_copilot', attribute: [], source: [] })).toEqual({ agent: 'ai_copilot' })
  expect(toAskerFields({ agent: 'ai_agent', attribute: ['a=1'], source: ['3', '4'] })).toEqual({
    agent: 'ai_agent',
    user: { attributes: { a: 1 } },
    source_ids: [3, 4],
  })
})

test('an unknown agent and a source that is no id are refused', () => {
  expect(() => toAskerFields({ agent: 'fin', attribute: [], source: [] })).toThrow(/ai_agent, ai_copilot/)
  expect(() => toAskerFields({ agent: 'ai_agent', attribute: [], source: ['x'] })).toThrow(/--source/)
})
