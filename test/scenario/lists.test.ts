import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CheckedApi } from '../contract/contract.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let api: CheckedApi

beforeAll(async () => {
  app = await startTestApp()
  api = new CheckedApi(app)
  const sources: number[] = []
  for (let index = 0; index < 7; index++) sources.push(await aSource(app, `https://help.example.com/${index}`))
  const pushes = Array.from({ length: 60 }, (_, index) =>
    app.post('/ai/external_pages', aPage(sources[index % 7] ?? 0, { external_id: `page ${index}` })),
  )
  await Promise.all(pushes)
})
afterAll(() => app[Symbol.asyncDispose]())

const SOURCES = '/ai/content_import_sources'
const PAGES = '/ai/external_pages'

/** Every item, by the links. */
async function follow(first: string): Promise<any[]> {
  const items = []
  for (let next: string | undefined = first; next !== undefined;) {
    expect(next.startsWith(`${app.url}/`)).toBe(true)
    const { status, body }: { status: number; body: any } = await api.get(next.slice(app.url.length))
    expect(status).toBe(200)
    items.push(...body.data)
    next = body.pages.next
  }
  return items
}

describe('a list', () => {
  test('has 50 items at first, sources oldest first, pages newest first', async () => {
    const pages = (await api.get(PAGES)).body
    expect(pages).toMatchObject({
      type: 'list',
      total_count: 60,
      pages: { type: 'pages', page: 1, per_page: 50, total_pages: 2, next: `${app.url}${PAGES}?page=2&per_page=50` },
    })
    expect(pages.data).toHaveLength(50)
    const ids = pages.data.map(({ id }: { id: string }) => Number(id))
    expect(ids).toEqual(ids.toSorted((a: number, b: number) => b - a))

    const sources = (await api.get(SOURCES)).body
    expect(sources).toMatchObject({ total_count: 7, pages: { page: 1, per_page: 50, total_pages: 1 } })
    expect(sources.pages).not.toHaveProperty('next')
    const sourceIds = sources.data.map(({ id }: { id: number }) => id)
    expect(sourceIds).toEqual(sourceIds.toSorted((a: number, b: number) => a - b))
  })

  test('holds whole objects, the very same that GET gives', async () => {
    for (const path of [PAGES, SOURCES]) {
      for (const item of (await api.get(`${path}?per_page=3`)).body.data) {
        expect((await api.get(`${path}/${item.id}`)).body).toEqual(item)
      }
    }
  })

  test.each([1, 7, 30, 59, 60, 61, 150])('of %i a page is complete when its links are followed', async (perPage) => {
    const items = await follow(`${app.url}${PAGES}?per_page=${perPage}`)
    expect(items).toHaveLength(60)
    expect(new Set(items.map(({ id }) => id)).size).toBe(60)
    const last = Math.ceil(60 / perPage)
    const { body } = await api.get(`${PAGES}?page=${last}&per_page=${perPage}`)
    expect(body.pages).toEqual({ type: 'pages', page: last, per_page: perPage, total_pages: last })
  })

  test.each([2, 3, 1_000, 10_000_000])('past its end is empty: page %i', async (page) => {
    const { status, body } = await api.get(`${SOURCES}?page=${page}`)
    expect(status).toBe(200)
    expect(body).toEqual({
      type: 'list',
      data: [],
      total_count: 7,
      pages: { type: 'pages', page, per_page: 50, total_pages: 1 },
    })
  })

  test('ignores parameters that it does not know', async () => {
    const { body } = await api.get(`${PAGES}?source_id=1&locale=fr&order=asc&starting_after=x`)
    expect(body.data).toHaveLength(50)
  })

  test('of nothing has one empty page', async () => {
    await using empty = await startTestApp()
    const { body } = await new CheckedApi(empty).get(PAGES)
    expect(body).toEqual({
      type: 'list',
      data: [],
      total_count: 0,
      pages: { type: 'pages', page: 1, per_page: 50, total_pages: 1 },
    })
  })

  test.each([
    ['https://dorsal.example.com', 'https://dorsal.example.com'],
    ['https://example.com/dorsal/', 'https://example.com/dorsal'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('links to DORSAL_PUBLIC_URL %s, whatever host was asked', async (setting, base) => {
    await using hosted = await startTestApp({ DORSAL_PUBLIC_URL: setting })
    await aSource(hosted)
    await aSource(hosted)
    const { body } = await hosted.get(`${SOURCES}?per_page=1`, { headers: { 'x-forwarded-host': 'evil.example' } })
    expect(body.pages.next).toBe(`${base}${SOURCES}?page=2&per_page=1`)
  })
})
