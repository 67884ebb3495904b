import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { presentList } from './list-envelope.ts'

const URL = 'https://dorsal.example.com/list'

function linkOf(totalCount: number, page: number, perPage: number): string | undefined {
  const { pages } = presentList({ items: [], totalCount }, { page, perPage }, (item) => item, URL)
  return 'next' in pages ? String(pages.next) : undefined
}

test('links to the next page while there is one', () => {
  expect(linkOf(101, 1, 50)).toBe(`${URL}?page=2&per_page=50`)
  expect(linkOf(101, 2, 50)).toBe(`${URL}?page=3&per_page=50`)
  expect(linkOf(101, 3, 50)).toBeUndefined()
  expect(linkOf(100, 2, 50)).toBeUndefined()
  expect(linkOf(0, 1, 50)).toBeUndefined()
  expect(linkOf(10, 7, 50)).toBeUndefined()
})

test('following the links visits each item once', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 150 }), (totalCount, perPage) => {
      let seen = 0
      for (let page = 1; ; page++) {
        seen += Math.min(perPage, totalCount - (page - 1) * perPage)
        if (linkOf(totalCount, page, perPage) === undefined) break
      }
      expect(seen).toBe(totalCount)
    }),
  )
})
