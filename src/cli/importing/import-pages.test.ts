import { expect, test } from 'vitest'
import { importPages, type ImportDeps } from './import-pages.ts'
import type { InputItem, PageToSend } from './page-to-send.ts'
import type { Sender } from './sender.ts'

function aPage(id: string): PageToSend {
  const flags = { ai_agent_availability: true, ai_copilot_availability: true }
  return { origin: `line ${id}`, page: { external_id: id, title: id, html: '', locale: 'en', ...flags } }
}

async function* inputOf(...items: InputItem[]) {
  yield* items
}

function run(send: Sender['send'], items: AsyncIterable<InputItem>, deps: Partial<ImportDeps> = {}, maxPages = 2) {
  const totals = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const faults: string[] = []
  const done = importPages(items, totals, {
    sender: { maxPages, defaultConcurrency: 1, send },
    state: { has: () => false, add() {} },
    concurrency: 2,
    onProgress() {},
    onFault: (origin, reason) => faults.push(`${origin}: ${reason}`),
    signal: new AbortController().signal,
    ...deps,
  })
  return { done, totals, faults }
}

test('pages go out in full requests, and only acknowledged ones are remembered', async () => {
  const sizes: number[] = []
  const remembered: string[] = []
  const send: Sender['send'] = async (pages, settle) => {
    sizes.push(pages.length)
    for (const page of pages) {
      settle(page, page.page.external_id === '2' ? { kind: 'failed', reason: 'no' } : { kind: 'created' })
    }
  }
  const state = { has: (id: string) => id === '4', add: (id: string) => void remembered.push(id) }
  const input = inputOf(aPage('1'), { origin: 'line x', fault: 'bad' }, aPage('2'), aPage('3'), aPage('4'), aPage('1'))
  const { done, totals, faults } = run(send, input, { state })
  await done
  expect(sizes).toEqual([2, 1])
  expect(remembered).toEqual(['1', '3'])
  expect(totals).toEqual({ created: 2, updated: 0, unchanged: 1, failed: 3 })
  expect(faults).toEqual(['line x: bad', 'line 2: no', 'line 1: external_id "1" was already used (line 1)'])
})

test('no more requests run at once than allowed', async () => {
  let running = 0
  let most = 0
  const send: Sender['send'] = async (pages, settle) => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
    for (const page of pages) settle(page, { kind: 'created' })
  }
  const { done, totals } = run(send, inputOf(...'abcdefgh'.split('').map(aPage)), {}, 1)
  await done
  expect(most).toBe(2)
  expect(totals.created).toBe(8)
})

test('what concerns all pages stops the import and the requests that run', async () => {
  const aborted: boolean[] = []
  const send: Sender['send'] = async (pages, _settle, signal) => {
    if (pages[0]?.page.external_id === 'a') throw new Error('token refused')
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    aborted.push(signal.aborted)
  }
  const { done } = run(send, inputOf(...'bacd'.split('').map(aPage)), {}, 1)
  await expect(done).rejects.toThrow('token refused')
  expect(aborted).toEqual([true])
})

test('an interruption is thrown as it was given', async () => {
  const interrupted = new AbortController()
  const send: Sender['send'] = async (_pages, _settle, signal) => {
    interrupted.abort(new Error('interrupted'))
    signal.throwIfAborted()
  }
  const { done } = run(send, inputOf(...'abc'.split('').map(aPage)), { signal: interrupted.signal }, 1)
  await expect(done).rejects.toThrow('interrupted')
})
