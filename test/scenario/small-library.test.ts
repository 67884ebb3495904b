import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

/** The first pages of somebody who tries it out. */
const PAGES = {
  'Rotate your encryption key':
    'Open Settings, choose Security and click Rotate key. All devices are signed out when the encryption key is rotated.',
  'Refund policy':
    'We refund annual plans within 30 days of purchase. Monthly plans are not refunded, but you can cancel at any time.',
  'Export invoices':
    'Invoices can be exported as CSV from Billing. Choose a month, then click Export. Large exports are sent by email.',
}

let app: TestApp
let source: number
beforeAll(async () => {
  app = await startTestApp()
  source = await aSource(app)
})
afterAll(() => app[Symbol.asyncDispose]())

async function push(...titles: (keyof typeof PAGES)[]) {
  for (const title of titles) {
    await app.post('/ai/external_pages', aPage(source, { external_id: title, title, html: `<p>${PAGES[title]}</p>` }))
  }
}

async function ask(question: string) {
  const { body } = await app.post('/dorsal/v1/answers', { question })
  return { status: body.status, pages: body.citations.map(({ title }: { title: string }) => title) }
}

test('a question to a library of one page may have words that the page has not', async () => {
  await push('Rotate your encryption key')
  expect(await ask('How can I quickly rotate the encryption key of my account?')).toEqual({
    status: 'answered',
    pages: ['Rotate your encryption key'],
  })
  expect(await ask('How do I set up the printer key?')).toEqual({ status: 'refused', pages: [] })
})

test('so may one to a library of three, and what they do not tell is refused', async () => {
  await push('Refund policy', 'Export invoices')
  expect(await ask('My customer wants her annual plan refunded within 30 days, is that possible?')).toEqual({
    status: 'answered',
    pages: ['Refund policy'],
  })
  expect(await ask('Can I export all my invoices as a CSV spreadsheet?')).toEqual({
    status: 'answered',
    pages: ['Export invoices'],
  })
  const unrelated = [
    'How do I bake sourdough bread?',
    'How do I cancel my flight?',
    'Can I pay invoices by bank transfer?',
  ]
  for (const question of [...unrelated, 'How do I change my password?', 'Where can I export my contacts?']) {
    expect(await ask(question), question).toEqual({ status: 'refused', pages: [] })
  }
})
