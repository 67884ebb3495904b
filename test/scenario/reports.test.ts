import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES, storeToken } from '../../src/http/index.ts'
import { findGaps } from '../../src/reporting/gaps/describe-group.ts'
import { readUnhelpedQuestions } from '../../src/reporting/gaps/read-questions.ts'
import { countByInterval } from '../../src/reporting/reports/count-conversations.ts'
import { writeMonth } from '../support/month/write-month.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import {
  figuresOf,
  isResolved,
  mean,
  newIn,
  ratingOf,
  readConversations,
  saidByFin,
  share,
  unhelpedIn,
  type RawConversation,
} from './raw-months.ts'

const DAY = 86_400
const PATH = '/dorsal/v1/reports'
const TOPICS =
  'Billing,Shipping,Returns,Passwords,Invoices,Discounts,Orders,Exports,Webhooks,Teams,Refunds,Taxes'.split(',')

let app: TestApp
let all: RawConversation[]
let end: number
let sourceId: number

beforeAll(async () => {
  app = await startTestApp()
  sourceId = await aSource(app)
  for (const title of TOPICS) {
    const body = aPage(sourceId, { external_id: title, title, html: `<p>${title} work like this.</p>` })
    await app.post('/ai/external_pages', body)
  }
  app.clock.advance(3 * DAY * 1_000)
  const now = new Date(app.clock.now())
  end = Math.floor(app.clock.now() / 1_000)
  await writeMonth(app.app.db, { workspaceId: 1, seed: 1, end: now })

  // Another workspace has a month of its own.
  const db = app.app.db
  const other = await db.reader
    .insertInto('workspace')
    .values({ name: 'other', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const token = { workspaceId: other.id, name: 'other', token: 'other-token', scopes: [...SCOPES] }
  await db.transact((tx) => storeToken(tx, token, now))
  const asOther = { token: 'other-token' }
  const source = { sync_behavior: 'api', url: 'https://other.example.com' }
  const { body } = await app.post('/ai/content_import_sources', source, asOther)
  await app.post('/ai/external_pages', aPage(body.id, { title: 'Secret' }), asOther)
  await writeMonth(db, { workspaceId: other.id, seed: 2, end: now, conversations: 300 })
  all = await readConversations(app, 1)
})
afterAll(() => app?.[Symbol.asyncDispose]())

async function report(path: string, query: Readonly<Record<string, string | number>> = {}) {
  const parameters = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  const { status, body } = await app.get(`${PATH}/${path}?${new URLSearchParams(parameters)}`)
  expect(status).toBe(200)
  return body
}

/** Every item of a list that is read page by page. */
async function readAll(path: string, query: Readonly<Record<string, string | number>> = {}): Promise<any[]> {
  const items: any[] = []
  for (let page = 1; ; page++) {
    const { data, pages, total_count: total } = await report(path, { ...query, page, per_page: 5 })
    items.push(...data)
    if (pages.next === undefined) {
      expect(items).toHaveLength(total)
      return items
    }
  }
}

test('the month has every kind of conversation', () => {
  const figures = figuresOf(newIn(all, 0, end))
  expect(figures.new_conversations).toBeLessThan(all.length)
  expect(figures.involvement.numerator).toBeLessThan(figures.new_conversations)
  const { distribution } = figures.csat
  for (const count of [...Object.values(figures.unresolved), ...Object.values(distribution)]) {
    expect(count).toBeGreaterThan(0)
  }
  for (const { rate } of [figures.answer, figures.deflection, figures.resolution]) {
    expect(rate).toBeGreaterThan(0)
    expect(rate).toBeLessThan(1)
  }
})

describe('the report of the agent', () => {
  test('has the figures of the conversations that began in the last 30 days', async () => {
    const { series: _series, ...figures } = await report('fin')
    const range = { start_time: end - 30 * DAY, end_time: end }
    expect(figures).toEqual({
      type: 'fin_report',
      ...range,
      interval: 'day',
      time_zone: 'UTC',
      ...figuresOf(newIn(all, end - 30 * DAY, end)),
    })
    const { resolution, unresolved, involvement } = figures
    const parts = Object.values<number>(unresolved).reduce((total, count) => total + count, resolution.numerator)
    expect(parts).toBe(involvement.numerator)
  })

  test('has the figures of a channel in a range that begins and ends within a day', async () => {
    for (const channel of ['fin_agent_api', 'custom_channel']) {
      const [start_time, end_time] = [end - 20 * DAY + 1_234, end - 9 * DAY - 777]
      const body = await report('fin', { start_time, end_time, channel })
      expect(body).toMatchObject(figuresOf(newIn(all, start_time, end_time, channel)))
    }
  })

  test.each([
    ['day', (time: Date) => new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate() + 1))],
    ['week', (time: Date) => new Date(time.getTime() + 7 * DAY * 1_000)],
    ['month', (time: Date) => new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1))],
  ])('has a series of every %s, also of those in which nothing happened', async (interval, nextOf) => {
    const [start_time, end_time] = [end - 70 * DAY, end - 5 * DAY]
    const { series } = await report('fin', { start_time, end_time, interval })
    const first = new Date(series[0].time * 1_000)
    expect(first.getTime() / 1_000).toBeLessThanOrEqual(start_time)
    if (interval === 'week') expect(first.getUTCDay()).toBe(1)
    if (interval === 'month') expect(first.getUTCDate()).toBe(1)
    const expected = []
    for (let time = first; time.getTime() / 1_000 < end_time; time = nextOf(time)) {
      const [from, until] = [time.getTime() / 1_000, nextOf(time).getTime() / 1_000]
      const begun = newIn(all, Math.max(from, start_time), Math.min(until, end_time))
      expected.push({ time: from, ...figuresOf(begun) })
    }
    expect(nextOf(first).getTime() / 1_000).toBeGreaterThan(start_time)
    expect(series).toEqual(expected)
  })

  test('counts days as they are in the time zone, when the clocks change too', async () => {
    const [start, stop] = [new Date('2025-10-25T00:30:00Z'), new Date('2025-10-27T23:00:00Z')]
    const scope = { workspaceId: 1, start, end: stop, channel: undefined }
    const days = await countByInterval(app.app.db.reader, scope, 'day', 'Europe/Berlin')
    expect(days.map((day) => day.start.toISOString())).toEqual([
      '2025-10-24T22:00:00.000Z',
      '2025-10-25T22:00:00.000Z',
      '2025-10-26T23:00:00.000Z',
    ])
  })

  test('agrees with the export', async () => {
    const range = { start_time: end - 12 * DAY, end_time: end - 3 * DAY }
    const attributes = ['involved', 'deflected', 'resolution_state', 'rating'].map((name) => `fin_ai_agent_${name}`)
    const job = { dataset_id: 'conversation', attribute_ids: attributes, ...range }
    const { body } = await app.post('/export/reporting_data/enqueue', job)
    const isComplete = async () => (await app.get(`/export/reporting_data/${body.job_identifier}`)).body.status
    await expect.poll(isComplete, { timeout: 20_000 }).toBe('complete')
    const response = await fetch(`${app.url}/download/reporting_data/${body.job_identifier}`, {
      headers: { authorization: `Bearer ${app.token}`, accept: 'application/octet-stream' },
    })
    const csv = (await response.text()).trimEnd()
    const rows = Papa.parse<Record<string, string>>(csv, { header: true }).data
    const figures = await report('fin', range)
    const having = (name: string, value: string) => rows.filter((row) => row[`fin_ai_agent_${name}`] === value).length
    expect(figures.new_conversations).toBe(rows.length)
    expect(figures.involvement.numerator).toBe(having('involved', 'true'))
    expect(figures.deflection.numerator).toBe(having('deflected', 'true'))
    expect(figures.resolution.assumed.numerator).toBe(having('resolution_state', 'Assumed resolution'))
    expect(figures.csat.distribution[5]).toBe(having('rating', '5'))
  })

  test('has no rate of nothing, and no interval of no time', async () => {
    const body = await report('fin', { start_time: end - 400 * DAY, end_time: end - 390 * DAY })
    expect(body).toMatchObject(figuresOf([]))
    expect(body.resolution).toMatchObject({ rate: null, numerator: 0, denominator: 0 })
    expect(await report('fin', { start_time: end, end_time: end })).toMatchObject({ new_conversations: 0, series: [] })
  })
})

describe('the report of the library', () => {
  test('has what each page did, whichever way it is sorted, also of a page that is gone', async () => {
    const pages = await app.app.db.reader.selectFrom('page').selectAll().where('workspace_id', '=', 1).execute()
    const gone = pages.find(({ title }) => title === 'Returns')
    await app.delete(`/ai/external_pages/${gone?.id}`)
    const range = { start_time: end - 25 * DAY, end_time: end }
    const chosen = newIn(all, range.start_time, range.end_time)

    const expected = pages.map((page) => {
      const isQuoted = (sources: readonly { readonly page_id: number }[]) =>
        sources.some(({ page_id: id }) => id === page.id)
      const fin = chosen.flatMap(saidByFin)
      const used = chosen.filter((each) => saidByFin(each).some(({ sources }) => isQuoted(sources)))
      const ratings = used.flatMap((each) => ratingOf(each) ?? [])
      const nearest = fin.filter(
        ({ purpose, metadata }) =>
          purpose === 'no_answer' && (metadata['nearest_pages'] as number[] | undefined)?.[0] === page.id,
      )
      return {
        type: 'page_report',
        page_id: String(page.id),
        title: page.title,
        source_id: page === gone ? null : sourceId,
        url: page.url,
        is_deleted: page === gone,
        age_days: page === gone ? null : 3,
        uses: fin.filter(({ sources }) => isQuoted(sources)).length,
        conversations: used.length,
        resolution: share(used.filter(isResolved).length, used.length),
        csat: { average: mean(ratings), count: ratings.length },
        refusals_nearby: nearest.length,
      }
    })
    const byId = (a: { page_id: string }, b: { page_id: string }) => Number(a.page_id) - Number(b.page_id)
    const found = await readAll('content', range)
    expect(found.toSorted(byId)).toEqual(expected.toSorted(byId))

    const numbers = (items: readonly any[], sort: string) =>
      items.map((item) => (sort === 'resolution_rate' ? item.resolution.rate : item[sort]))
    for (const sort of ['uses', 'refusals_nearby', 'resolution_rate']) {
      for (const order of ['desc', 'asc']) {
        const sorted = numbers(await readAll('content', { ...range, sort, order }), sort)
        const sign = order === 'asc' ? 1 : -1
        expect(sorted).toEqual(numbers(expected, sort).toSorted((a, b) => sign * (a - b)))
      }
    }
    expect(found[0].uses).toBe(Math.max(...expected.map(({ uses }) => uses)))
  })
})

describe('the report of gaps', () => {
  test('has the questions that were not answered well, in groups, the largest first', async () => {
    const range = { start_time: end - 30 * DAY, end_time: end }
    const questions = newIn(all, range.start_time, range.end_time).flatMap(unhelpedIn)
    const expected = findGaps(questions)
    const found = await readAll('gaps', range)
    expect(
      found.map(({ label, language, count, refused, badly_rated: badlyRated, conversations, examples }) => ({
        label,
        language,
        count,
        refused,
        badlyRated,
        conversations,
        examples,
      })),
    ).toEqual(
      expected.map(({ label, language, count, refused, badlyRated, conversations, examples }) => ({
        label,
        language,
        count,
        refused,
        badlyRated,
        conversations,
        examples: examples.map(({ text, conversationId }) => ({ text, conversation_id: String(conversationId) })),
      })),
    )
    const pages = found.map(({ nearest_page: page }) => page?.page_id)
    expect(pages).toEqual(expected.map(({ nearestPageId: id }) => (id === null ? undefined : String(id))))
    expect(found.map(({ last_asked_at: time }) => time)).toEqual(
      expected.map(({ lastAskedAt }) => Math.floor(lastAskedAt.getTime() / 1_000)),
    )
    const norway = found.filter(({ examples }) => examples.some(({ text }: any) => /norway/i.test(text)))
    expect(norway).toHaveLength(1)
    expect(norway[0].count).toBeGreaterThan(10)
    expect((await report('gaps', range)).is_truncated).toBe(false)
  })

  test('is made of the newest questions when there are too many, and says so', async () => {
    const scope = { workspaceId: 1, start: new Date(0), end: new Date(end * 1_000), channel: undefined }
    const { questions, isTruncated } = await readUnhelpedQuestions(app.app.db.reader, scope, 10)
    const times = newIn(all, 0, end)
      .flatMap(unhelpedIn)
      .map(({ askedAt }) => askedAt.getTime())
    expect(isTruncated).toBe(true)
    expect(questions.map(({ askedAt }) => askedAt.getTime())).toEqual(times.toSorted((a, b) => b - a).slice(0, 10))
  })

  test('leads from page to page in the same range, though time goes on', async () => {
    const first = await report('gaps', { per_page: 2, channel: 'custom_channel' })
    app.clock.advance(60_000)
    const next = await app.get(first.pages.next.slice(app.url.length))
    expect(next.body).toMatchObject({ start_time: first.start_time, end_time: first.end_time, pages: { page: 2 } })
    expect(next.body.total_count).toBe(first.total_count)
  })
})

test.each([
  [{ start_time: 2_000, end_time: 1_000 }, 'end_time'],
  [{ start_time: 9_999_999_999 }, 'start_time'],
  [{ start_time: 0, end_time: 733 * DAY }, 'start_time'],
  [{ start_time: 'yesterday' }, 'start_time'],
  [{ end_time: -1 }, 'end_time'],
  [{ channel: 'email' }, 'channel'],
])('a report refuses %j', async (query, field) => {
  const parameters = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  )
  for (const path of ['fin', 'content', 'gaps']) {
    const { status, body } = await app.get(`${PATH}/${path}?${parameters}`)
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ code: 'parameter_invalid', field }])
  }
})
