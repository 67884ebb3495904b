import { describe, expect, test } from 'vitest'
import { COMPATIBLE, CONTRADICTING, type Pair } from '../../test/support/contradiction-pairs.ts'
import { findContradictions, passagesAgainst, type Excerpt } from './contradictions.ts'
import { presentContradictions } from './present.ts'

function excerpt(pageId: number, text: string, fields: Partial<Excerpt> = {}) {
  const place = { title: 'Refunds', headingPath: [], language: 'en', url: `https://a/${pageId}` }
  return { pageId, text, start: 0, end: text.length, updatedAt: new Date(0), ...place, ...fields }
}

function found({ language, pages }: Pair) {
  const [one, other] = pages.map(([title, text], index) => excerpt(index + 1, text, { title, language }))
  return one === undefined || other === undefined ? [] : findContradictions([one], [one, other])
}

const textsOf = (pairs: readonly Pair[]) => pairs.map(({ pages }) => pages.map(([, sentence]) => sentence).join(' | '))

describe('of pairs written by hand', () => {
  test('nothing is said of those that can both be true', () => {
    expect(COMPATIBLE.length).toBeGreaterThanOrEqual(55)
    expect(textsOf(COMPATIBLE.filter((pair) => found(pair).length > 0))).toEqual([])
  })

  test('at least four of five that can’t both be true are found, the same in both directions', () => {
    const isFound = (pair: Pair) => found(pair).length > 0
    const missed = CONTRADICTING.filter((pair) => !isFound(pair))
    expect(1 - missed.length / CONTRADICTING.length, textsOf(missed).join('\n')).toBeGreaterThanOrEqual(0.8)
    for (const { language, pages } of [...CONTRADICTING, ...COMPATIBLE]) {
      const [one, other] = pages
      expect(isFound({ language, pages: [other, one] })).toBe(isFound({ language, pages }))
    }
  })
})

test('a page that says it in two ways itself tells cases apart', () => {
  const lines = [excerpt(1, 'Refunds take 5 days.'), excerpt(2, 'Refunds take 9 days.')]
  const cases = excerpt(2, 'Refunds take 7 days.', { start: 100 })
  expect(findContradictions(lines.slice(0, 1), lines)).toHaveLength(1)
  expect(findContradictions(lines.slice(0, 1), [...lines, cases])).toEqual([])
})

test('each pair of sentences is told once, the quoted one first, with offsets into its page', () => {
  const quoted = excerpt(1, 'Hello there. Refunds take 5 days.', { start: 10 })
  const other = excerpt(2, 'Refunds take 9 days.', { updatedAt: new Date(86_400_000) })
  const all = [quoted, other, { ...other }]
  const [told, ...more] = presentContradictions(findContradictions([{ pageId: 1, start: 23, end: 30 }], all))
  expect(more).toEqual([])
  expect(told).toMatchObject({ kind: 'number', newer_page_id: '2' })
  expect(told?.statements[0]).toMatchObject({ page_id: '1', quote: 'Refunds take 5 days.', start: 23, end: 43 })
  expect(findContradictions([{ pageId: 1, start: 10, end: 22 }], all)).toEqual([])
  expect(passagesAgainst({ pageId: 1, start: 23, end: 30 }, [quoted, other])).toEqual([other])
})
