import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords } from './diff-words.ts'

const side = (before: string, after: string, kinds: readonly string[]) =>
  diffWords(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

test('a diff tells both texts, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'word'), { maxLength: 30 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(side(before, after, ['same', 'removed'])).toBe(before)
      expect(side(before, after, ['same', 'added'])).toBe(after)
      const kinds = diffWords(before, after).map(({ kind }) => kind)
      expect(kinds.every((kind, index) => kind !== kinds[index + 1])).toBe(true)
    }),
    { seed: 5, numRuns: 500 },
  )
})

test('only the words that changed are told', () => {
  expect(diffWords('Press the green button twice.', 'Press the red lever twice.')).toEqual([
    { kind: 'same', text: 'Press the ' },
    { kind: 'removed', text: 'green button ' },
    { kind: 'added', text: 'red lever ' },
    { kind: 'same', text: 'twice.' },
  ])
})

test('a long text is told as a whole, at once', () => {
  const long = 'word '.repeat(5_000)
  expect(diffWords(long, `${long}more`)).toEqual([
    { kind: 'removed', text: long },
    { kind: 'added', text: `${long}more` },
  ])
})
