import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseSpellings, countSlips, proposeJoinings, proposeSplittings } from './propose.ts'

test('a slip is a letter left out, added, changed or swapped with the next', () => {
  for (const slipped of ['pasword', 'passsword', 'pazsword', 'apssword'])
    expect(countSlips(slipped, 'password')).toBe(1)
  expect(countSlips('pasward', 'password')).toBe(2)
  expect(countSlips('', 'abc')).toBe(3)
})

test('slips count the same both ways, and no more than letters', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const slips = countSlips(a, b)
      expect(slips).toBe(countSlips(b, a))
      expect(slips === 0).toBe(a === b)
      expect(slips >= Math.abs(a.length - b.length) && slips <= Math.max(a.length, b.length)).toBe(true)
    }),
  )
})

test('the closest words are taken; short words may be wrong in one place, long ones in two', () => {
  expect(chooseSpellings('printr', ['printer', 'printed', 'sprint', 'point'])).toEqual(['printer'])
  expect(chooseSpellings('prntr', ['printer'])).toEqual([])
  expect(chooseSpellings('subscritpn', ['subscription', 'subscript'])).toEqual(['subscript'])
  expect(chooseSpellings('rotter', ['router', 'potter'])).toEqual(['router'])
})

test('words side by side may be written as one, but not across a comma', () => {
  expect(proposeJoinings('How do I log in?', ['en'])).toContainEqual({ words: ['log', 'in'], term: 'login' })
  expect(proposeJoinings('log, in', ['en'])).toEqual([])
  expect(proposeJoinings('use Ollama', ['en'])).toEqual([{ words: ['use', 'ollama'], term: 'useollama' }])
})

test('one word may be two, with or without what joins them', () => {
  const splittingsOf = (surface: string) => proposeSplittings({ surface, variants: [] }, ['de'])
  expect(splittingsOf('Druckertreiber')).toContainEqual(['druck', 'treib'])
  expect(splittingsOf('Rechnungsadresse')).toContainEqual(['rechnung', 'adress'])
  expect(splittingsOf('Haus')).toEqual([])
})

test('a noun may be an English verb with its particle', () => {
  const splittingsOf = (surface: string) => proposeSplittings({ surface, variants: [] }, ['en'])
  expect(splittingsOf('Login')).toEqual([['log']])
  expect(splittingsOf('signup')).toEqual([['sign', 'up']])
  expect(splittingsOf('upon')).toEqual([])
})

test('what is no word is neither split nor does it take long', () => {
  for (const surface of ['e'.repeat(2_000), '\ud800'.repeat(20), 'abcdef1234', '.*(a+)+$'])
    expect(proposeSplittings({ surface, variants: [] }, ['de', 'en'])).toEqual([])
})
