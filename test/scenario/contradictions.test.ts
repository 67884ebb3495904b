import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const DAY_MS = 86_400_000
const ANSWERS = '/dorsal/v1/answers'
const OLD = 'Hats can be returned within 30 days.'
const NEW = 'Hats can be returned within 14 days.'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app[Symbol.asyncDispose]())

async function push(source: number, id: string, title: string, text: string, fields: object = {}): Promise<string> {
  const url = `https://help.example.com/${source}/${id}`
  const { body } = await app.post(
    '/ai/external_pages',
    aPage(source, { external_id: id, title, url, html: `<p>${text}</p>`, ...fields }),
  )
  return body.id
}

const ask = async (source: number, fields: object = {}) => {
  const question = { question: 'Can hats be returned?', source_ids: [source] }
  return (await app.post(ANSWERS, { ...question, ...fields })).body
}

/** Two pages that contradict each other, a day apart. */
async function disagreeing(fields: object = {}) {
  const source = await aSource(app)
  const old = await push(source, 'old', 'Returns', OLD, fields)
  app.clock.advance(DAY_MS)
  const fresh = await push(source, 'new', 'Returns policy', NEW)
  return { source, old, fresh }
}

const quotesIn = ({ contradictions }: { contradictions: { statements: { quote: string }[] }[] }) =>
  contradictions.map(({ statements }) => statements.map(({ quote }) => quote))

describe('pages that contradict each other', () => {
  test('the newer one is quoted alone, and a teammate is told both sentences and which page is newer', async () => {
    const { source, old, fresh } = await disagreeing()
    const answer = await ask(source, { agent: 'ai_copilot' })
    expect(answer.citations.map(({ quote }: { quote: string }) => quote)).toEqual([NEW])
    expect(answer.contradictions).toMatchObject([
      {
        kind: 'number',
        newer_page_id: fresh,
        statements: [
          { page_id: fresh, title: 'Returns policy', quote: NEW, start: 0, end: NEW.length },
          { page_id: old, title: 'Returns', quote: OLD, url: `https://help.example.com/${source}/old` },
        ],
      },
    ])
    const [{ statements }] = answer.contradictions
    expect(statements[0].updated_at - statements[1].updated_at).toBe(DAY_MS / 1_000)
    const found = await app.post('/dorsal/v1/search', { query: 'hats', agent: 'ai_copilot', source_ids: [source] })
    expect(quotesIn(found.body)).toHaveLength(1)
  })

  test('customers are told nothing, unless the application asks for it', async () => {
    const { source } = await disagreeing()
    expect(await ask(source)).not.toHaveProperty('contradictions')
    const search = { query: 'hats returned', source_ids: [source] }
    expect((await app.post('/dorsal/v1/search', search)).body).not.toHaveProperty('contradictions')
    expect(quotesIn(await ask(source, { contradictions: true }))).toEqual([[NEW, OLD]])
    expect(await ask(source, { agent: 'ai_copilot', contradictions: false })).not.toHaveProperty('contradictions')
  })

  test('nobody is told of a page that they may not see, or that has no URL', async () => {
    const hidden = await disagreeing({ ai_copilot_availability: false })
    expect(await ask(hidden.source, { agent: 'ai_copilot' })).toMatchObject({ status: 'answered', contradictions: [] })
    const secret = await disagreeing({ url: undefined })
    expect(await ask(secret.source, { agent: 'ai_copilot' })).toMatchObject({ status: 'answered', contradictions: [] })
  })

  test('a stored answer tells what contradicted it then, and is made again byte for byte', async () => {
    const { source, old } = await disagreeing()
    const answer = await ask(source, { agent: 'ai_copilot' })
    expect(quotesIn(answer)).toEqual([[NEW, OLD]])
    const path = `${ANSWERS}/${answer.answer_id}`
    await push(source, 'old', 'Returns', NEW)
    app.clock.advance(DAY_MS)
    expect((await app.get(path)).body.contradictions).toEqual(answer.contradictions)
    expect((await app.post(`${path}/replay`)).body).toMatchObject({ same: true, obstacle: null })
    // What a deleted page said is told to nobody.
    await app.delete(`/ai/external_pages/${old}`)
    expect((await app.get(path)).body.contradictions).toEqual([])
  })
})

test('a copy in nearly the same words leaves the results, one that differs in a number stays', async () => {
  const source = await aSource(app)
  const titles = async () => {
    const { body } = await app.post('/dorsal/v1/search', { query: 'lamp warranty', source_ids: [source] })
    return body.results.map(({ title }: { title: string }) => title)
  }
  await push(source, 'a', 'Lamp warranty', 'Lamps have a warranty of 2 years. Keep the receipt.')
  await push(source, 'b', 'Lamp warranty', 'The lamps have a warranty of 2 years. Please keep the receipt!')
  expect(await titles()).toHaveLength(1)
  await push(source, 'b', 'Lamp warranty', 'The lamps have a warranty of 3 years. Please keep the receipt!')
  expect(await titles()).toHaveLength(2)
})
