import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInPieces } from './pieces.ts'

const passage = { title: 'Lamps', headingPath: ['Bulbs'], language: 'en' }
const sentences = (count: number) => Array.from({ length: count }, (_, at) => `Bulb ${at} goes into socket ${at}.`)

test('a passage is read whole by a model that reads enough, and by one whose reach is not known', () => {
  const text = sentences(40).join(' ')
  expect(readInPieces({ ...passage, text }, undefined)).toEqual([`Lamps\nBulbs\n${text}`])
  expect(readInPieces({ ...passage, text: 'Turn it.' }, 128)).toEqual(['Lamps\nBulbs\nTurn it.'])
})

test('a longer one is read in pieces of whole sentences, each in its context', () => {
  const said = sentences(40)
  const pieces = readInPieces({ ...passage, text: said.join(' ') }, 128)
  expect(pieces.length).toBeGreaterThan(1)
  for (const piece of pieces) expect(piece).toMatch(/^Lamps\nBulbs\nBulb \d+ goes .*\.$/)
  expect(pieces.map((piece) => piece.replace('Lamps\nBulbs\n', '')).join(' ')).toBe(said.join(' '))
})

test('nothing that is said is left out, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), fc.integer({ min: 1, max: 60 }), (text, maxTokens) => {
      const pieces = readInPieces({ title: '', headingPath: [], text, language: 'en' }, maxTokens)
      const read = pieces.join('').replaceAll(/\s/g, '')
      expect(read).toBe(text.replaceAll(/\s/g, ''))
    }),
  )
})
