import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeLearnWords } from '../../src/retrieval/index.ts'
import { runCli, startCli, type CliOptions } from '../support/run-cli.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

// Every call of the command is a process that starts, some of them with a database of their own.
vi.setConfig({ testTimeout: 300_000 })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dorsal-eval-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface PageLine {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly url?: string
}

const PAGES: readonly PageLine[] = [
  {
    id: 'password',
    title: 'Reset your password',
    text: 'Choose Forgot password on the sign-in page to reset your password. A mail with a link arrives at once.',
  },
  {
    id: 'cancel',
    title: 'Cancel your subscription',
    text: 'Open Billing and press Cancel plan to cancel your subscription at the end of the month.',
  },
  {
    id: 'invoices',
    title: 'Download invoices',
    text: 'Your invoices can be downloaded as PDF from the Billing tab.',
  },
  { id: 'members', title: 'Invite members', text: 'Press Invite to add new members to your workspace by mail.' },
]

const QUESTIONS = [
  { id: 'q1', text: 'How do I reset my password?', answers: ['Forgot password'] },
  { id: 'q2', text: 'How do I cancel my subscription?', answers: ['Cancel plan'] },
  { id: 'q3', text: 'How can I download invoices as PDF?', answers: ['Billing tab'] },
  { id: 'q4', text: 'How do I bake sourdough bread?', answerable: false },
  { id: 'q5', text: 'And how do I invite new members?', history: [{ role: 'user', text: 'Hello' }] },
]

const QRELS = 'query-id\tcorpus-id\tscore\nq1\tpassword\t1\nq2\tcancel\t1\nq3\tinvoices\t1\nq5\tmembers\t1\n'

function toLines(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('')
}

/** Writes a dataset. @returns its folder */
function aDataset(name = 'questions', pages: readonly PageLine[] = PAGES): string {
  const dataset = join(folder, name)
  mkdirSync(dataset, { recursive: true })
  writeFileSync(join(dataset, 'corpus.jsonl'), toLines(pages))
  writeFileSync(join(dataset, 'queries.jsonl'), toLines(QUESTIONS))
  writeFileSync(join(dataset, 'qrels.tsv'), QRELS)
  return dataset
}

function dorsalEval(args: readonly string[], options?: CliOptions) {
  return runCli(['eval', ...args], options)
}

const at = (app: TestApp) => ['--url', app.url, '--token', app.token]

/** A server that learns words as soon as there are some, where others take up to a minute. */
async function startLearningApp(settings?: Record<string, string>): Promise<TestApp> {
  const app = await startTestApp(settings)
  const learn = makeLearnWords({ db: app.app.db, clock: app.clock })
  const stopped = new AbortController()
  const learning = (async () => {
    for await (const _ of setInterval(100, undefined, { signal: stopped.signal })) await learn(stopped.signal)
  })().catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error
  })
  const dispose = app[Symbol.asyncDispose].bind(app)
  app[Symbol.asyncDispose] = async () => {
    stopped.abort()
    await learning
    await dispose()
  }
  return app
}

test('a temporary server is loaded, asked and gone again', async () => {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const other = join(folder, 'other')
  mkdirSync(other)
  writeFileSync(join(other, 'queries.jsonl'), '{"id":"q1","text":"Which oil suits a tractor with twelve gears?"}\n')
  const out = join(folder, 'run.json')
  const { code, stdout, stderr } = await dorsalEval([aDataset(), '--foreign', other, '--curve', '--out', out], {
    env: { TMPDIR: temporary, DORSAL_URL: 'http://127.0.0.1:9' },
  })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^questions: 4 answerable questions, 1 unanswerable, 1 of other datasets\n/)
  expect(stdout).toMatch(/\nnDCG@10 +1\.000 {2}1\.000 to 1\.000 +4\n/)
  expect(stdout).toMatch(/\nrefusal F1 +1\.000/)
  expect(stdout).toMatch(/\nrefusal recall, other +1\.000/)
  expect(stdout).toMatch(/\nanswer p95, ms +\d/)
  expect(stdout).toMatch(/\n +0\.0 +0\.800 +1\.000\n/)
  expect(code).toBe(0)

  const run = JSON.parse(readFileSync(out, 'utf8'))
  expect(run).toMatchObject({
    version: 1,
    dataset: 'questions',
    server: { pages: 4, index: { state: 'ready' } },
    metrics: { citation_validity: { value: 1 }, answer_containment: { value: 1, questions: 3 } },
  })
  expect(run.questions[0]).toMatchObject({
    id: 'q1',
    search: { results: [{ external_id: 'password' }] },
    answer: { status: 'answered', mode: 'extractive', citations: [{ external_id: 'password', is_valid: true }] },
    measures: { 'hit@5': [1, 1], answer_containment: [1, 1] },
  })
  expect(readdirSync(temporary)).toEqual([])
})

test('a change of content that loses a citation and an answer is told and fails, unless it is allowed', async () => {
  await using app = await startLearningApp()
  const baseline = join(folder, 'baseline.json')
  const dataset = aDataset()
  expect(await dorsalEval([dataset, ...at(app), '--out', baseline])).toMatchObject({ code: 0 })

  // Invoices moved to the page of another thing, and nothing tells about cancelling any more.
  const changed = PAGES.map((page) => {
    if (page.id === 'invoices') return { ...page, title: 'Exports', text: 'Exports are made every night.' }
    if (page.id === 'cancel') return { ...page, title: 'Plans', text: 'There are three plans.' }
    if (page.id === 'members') return { ...page, text: `${page.text} ${PAGES[2]?.text} Download invoices there.` }
    return page
  })
  aDataset('questions', changed)
  const found = await dorsalEval([dataset, ...at(app), '--against', baseline, '--json'])
  expect(found.stderr).toBe(
    'dorsal: worse: new refusals: 1, at most 0 allowed\ndorsal: worse: lost citations: 1, at most 0 allowed\n',
  )
  expect(found.code).toBe(1)
  const { comparison } = JSON.parse(found.stdout)
  expect(comparison).toMatchObject({
    compared: 5,
    new_refusals: [{ id: 'q2' }],
    lost_citations: [{ id: 'q3', page: 'invoices', is_relevant: true, cited_now: ['members'] }],
    wrong_answers: [],
    gained_answers: 0,
  })

  const allowed = ['--max-new-refusals', '1', '--max-lost-citations', '1']
  const passed = await dorsalEval([dataset, ...at(app), '--against', baseline, ...allowed])
  expect(passed.stdout).toMatch(
    /\nNew refusals: 1\nquestion +before +now\nHow do I cancel my subscription\? +Open Billing.* \(refused\)\n/,
  )
  expect(passed.stdout).toMatch(
    /\nLost citations: 1\n.*\nHow can I download invoices.* invoices \(relevant\) +members\n/,
  )
  expect(passed).toMatchObject({ code: 0, stderr: '' })
  expect((await app.get('/ai/content_import_sources')).body.data).toEqual([])
})

test("a library of one's own is evaluated by external ids and left as it is", async () => {
  await using app = await startLearningApp()
  const source = await aSource(app)
  for (const { id, title, text } of PAGES) {
    await app.post('/ai/external_pages', aPage(source, { external_id: id, title, html: `<p>${text}</p>` }))
  }
  const dataset = aDataset()
  rmSync(join(dataset, 'corpus.jsonl'))
  const { code, stdout } = await dorsalEval([dataset, ...at(app), '--no-load', '--source', String(source), '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout).metrics).toMatchObject({ 'recall@10': { value: 1 }, citation_precision: { value: 1 } })
  expect((await app.get('/ai/external_pages')).body.total_count).toBe(PAGES.length)
})

test('a dataset or a run that is not one is told with its file and line before anything is asked', async () => {
  const dataset = aDataset()
  writeFileSync(join(dataset, 'queries.jsonl'), '{"id":"q1","text":"One?"}\n{"id":\n')
  writeFileSync(join(dataset, 'qrels.tsv'), 'query-id\tcorpus-id\tscore\nq1\tnowhere\t1\n')
  const out = join(folder, 'run.json')
  const bad = await dorsalEval([dataset, '--out', out])
  expect(bad.stderr).toBe(
    `dorsal: ${dataset}/queries.jsonl:2: not valid JSON\ndorsal: ${dataset}/qrels.tsv:2: corpus.jsonl has no page "nowhere"\n`,
  )
  expect(bad).toMatchObject({ code: 2, stdout: '' })

  const missing = await dorsalEval([aDataset(), '--against', join(folder, 'none.json'), '--out', out])
  expect(missing).toMatchObject({ code: 2, stderr: `dorsal: ${folder}/none.json: there is no such file\n` })
  const unreachable = await dorsalEval([dataset, '--url', 'http://127.0.0.1:9', '--out', out])
  expect(unreachable).toMatchObject({ code: 2, stderr: expect.stringContaining("can't reach http://127.0.0.1:9") })
  expect(existsSync(out)).toBe(false)
})

test('a page that the server does not take ends the run with its line', async () => {
  await using app = await startLearningApp()
  const dataset = aDataset('questions', [...PAGES, { id: 'odd', title: 'Odd', text: 'Odd.', url: 'nonsense' }])
  const out = join(folder, 'run.json')
  const { code, stderr } = await dorsalEval([dataset, ...at(app), '--out', out])
  expect(stderr).toMatch(/^dorsal: .*\/corpus\.jsonl:5: the server does not take this page: /)
  expect(code).toBe(2)
  expect(existsSync(out)).toBe(false)
  expect((await app.get('/ai/content_import_sources')).body.data).toEqual([])
})

test('interrupted, it takes its server and its files away', async () => {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const { child, done } = startCli(['eval', aDataset(), '--out', join(folder, 'run.json')], {
    env: { TMPDIR: temporary },
  })
  await expect.poll(() => readdirSync(temporary).length, { timeout: 240_000 }).toBe(1)
  child.kill('SIGINT')
  expect(await done).toEqual({ code: 130, stdout: '', stderr: 'dorsal: interrupted; nothing was kept\n' })
  expect(readdirSync(temporary)).toEqual([])
  expect(existsSync(join(folder, 'run.json'))).toBe(false)
})

test('interrupted among the questions, it leaves a running server as it was', async () => {
  await using app = await startLearningApp()
  const dataset = aDataset()
  const many = Array.from({ length: 3_000 }, (_, index) => ({
    id: `m${index}`,
    text: `How do I reset password ${index}?`,
  }))
  writeFileSync(join(dataset, 'queries.jsonl'), toLines([...QUESTIONS, ...many]))
  const { child, done } = startCli(['eval', dataset, ...at(app)])
  const pages = async () => (await app.get('/ai/external_pages')).body.total_count
  await expect.poll(pages, { timeout: 240_000 }).toBe(PAGES.length)
  child.kill('SIGINT')
  expect((await done).code).toBe(130)
  expect((await app.get('/ai/content_import_sources')).body.data).toEqual([])
})

const manual = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'emanual')

describe.skipIf(!existsSync(manual))('a real manual (its questions are not at hand: ../shared/data)', () => {
  test('most questions find their section, and every citation is word for word', async () => {
    await using app = await startLearningApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
    const read = (file: string) => readFileSync(join(manual, file), 'utf8').trimEnd().split('\n')
    const pages = read('corpus.jsonl').slice(0, 150)
    const known = new Set(pages.map((line) => JSON.parse(line).id))
    const [header = '', ...qrels] = read('qrels.tsv')
    const judged = qrels.filter((line) => known.has(line.split('\t')[1])).slice(0, 30)
    const asked = new Set(judged.map((line) => line.split('\t')[0]))
    const questions = read('queries.jsonl').filter((line) => asked.has(JSON.parse(line).id))
    const dataset = aDataset('manual')
    writeFileSync(join(dataset, 'corpus.jsonl'), pages.join('\n'))
    writeFileSync(join(dataset, 'queries.jsonl'), questions.join('\n'))
    writeFileSync(join(dataset, 'qrels.tsv'), [header, ...judged].join('\n'))

    const { code, stdout } = await dorsalEval([dataset, ...at(app), '--json'])
    expect(code).toBe(0)
    const { metrics } = JSON.parse(stdout)
    expect(metrics['recall@10'].value).toBeGreaterThan(0.85)
    expect(metrics['ndcg@10'].value).toBeGreaterThan(0.6)
    expect(metrics.answer_rate.value).toBeGreaterThan(0.7)
    expect(metrics.citation_validity.value).toBe(1)
  })
})
