import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { embeddedEngine } from '../../src/db/index.ts'
import { copyDataTemplate } from '../support/data-template.ts'
import { runCli } from '../support/run-cli.ts'
import { startTestApp } from '../support/test-app.ts'

// Some tests start the program several times.
vi.setConfig({ testTimeout: 120_000 })

let directory = ''
beforeEach(async () => {
  directory = await copyDataTemplate()
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function doctor(env: Record<string, string> = {}, ...args: string[]) {
  return runCli(['doctor', ...args], { env: { DORSAL_DATA_DIR: directory, ...env } })
}

async function change(...statements: string[]): Promise<void> {
  const engine = await embeddedEngine({ dataDir: directory, onFatal() {} })
  for (const statement of statements) await engine.pool.query(statement)
  await engine.pool.end()
  await engine.close()
}

const SOURCE = `insert into source values (1, 1, 'https://h.example', 'api', 'active', now(), now(), now())`
const BARE_PAGE = `insert into page (workspace_id, source_id, external_id, title, html, ai_agent_availability,
  ai_copilot_availability, ai_sales_agent_availability, locale, language, text, hidden, content_hash, revision,
  index_state, index_version, content_changed_at, created_at, updated_at, last_ingested_at)
  values (1, 1, 'a', 'A', '<p>Press the green button.</p>', true, true, false, 'en', 'en', 'Press the green button.',
    '{}', '', 1, 'indexed', 1, now(), now(), now(), now())`

test('a good data directory passes every check', async () => {
  const { code, stdout, stderr } = await doctor()
  expect(stdout).not.toMatch(/^(warn|fail)/m)
  expect(stdout).toMatch(/^ok +index +every page with text is indexed$/m)
  expect(stdout).toMatch(/^ok +library +0 sources, 0 pages, 0 chunks$/m)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('bad settings are named, all of them', async () => {
  const { code, stdout } = await doctor({ PORT: 'x', LOG_LEVEL: 'loud' })
  expect(stdout).toMatch(/^fail +settings +PORT must be/m)
  expect(stdout).toMatch(/^fail +settings +LOG_LEVEL must be/m)
  expect(code).toBe(1)
})

test('a directory that is not there yet is made by the first start, not by the doctor', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'dorsal-empty-'))
  const { code, stdout } = await doctor({ DORSAL_DATA_DIR: join(empty, 'new') })
  expect(stdout).toMatch(/^warn +data directory +.*does not exist yet/m)
  expect(code).toBe(0)
  expect(readdirSync(empty)).toEqual([])
  rmSync(empty, { recursive: true })
})

test('a file in the place of the data directory fails', async () => {
  const file = join(directory, 'file')
  writeFileSync(file, '')
  const { code, stdout } = await doctor({ DORSAL_DATA_DIR: file })
  expect(stdout).toMatch(/^fail +data directory +.*is a file/m)
  expect(code).toBe(1)
})

test('a page without chunks fails, and --repair indexes it', async () => {
  await change(SOURCE, BARE_PAGE)
  const broken = await doctor()
  expect(broken.stdout).toMatch(/^fail +index +1 page with text but no chunks; run: dorsal doctor --repair$/m)
  expect(broken.code).toBe(1)
  const repaired = await doctor({}, '--repair')
  expect(repaired.stdout).toMatch(/^ok +repair +index built again, 1 page indexed$/m)
  expect(repaired.stdout).toMatch(/^ok +library +1 source, 1 page, 1 chunk$/m)
  expect(repaired.code).toBe(0)
})

test('a missing BM25 index fails', async () => {
  await change(SOURCE, BARE_PAGE)
  await doctor({}, '--repair')
  await change('drop index chunk_terms_bm25')
  const { code, stdout } = await doctor()
  expect(stdout).toMatch(/^fail +index +the BM25 index does not answer/m)
  expect(code).toBe(1)
})

test('stale pages are a warning', async () => {
  await change(SOURCE, BARE_PAGE, `update page set index_state = 'stale'`)
  const { code, stdout } = await doctor()
  expect(stdout).toMatch(/^warn +index +1 page not indexed/m)
  expect(code).toBe(0)
})

test('data of a newer version fails, and serve refuses it in one line', async () => {
  await change(`insert into kysely_migration (name, timestamp) values ('999-future', 'x')`)
  const { code, stdout } = await doctor()
  expect(stdout).toMatch(/^fail +schema +written by a newer Dorsal \(999-future\)/m)
  expect(code).toBe(1)
  const served = await runCli(['serve'], { env: { DORSAL_DATA_DIR: directory, PORT: '0' } })
  expect(served).toMatchObject({ code: 1, stderr: expect.stringMatching(/^dorsal: the data was written by a newer/) })
})

test('a running server is asked instead of opening its files', async () => {
  await using app = await startTestApp({ DORSAL_DATA_DIR: directory })
  const good = await doctor({ DORSAL_URL: app.url })
  expect(good.stdout).toMatch(new RegExp(`^ok +lock +process ${process.pid} `, 'm'))
  expect(good.stdout).toMatch(/^ok +server +version .* at http:/m)
  expect(good.code).toBe(0)
  const elsewhere = await doctor({ DORSAL_URL: 'http://127.0.0.1:9' })
  expect(elsewhere.stdout).toMatch(/^fail +server +can't reach .*name it with --url$/m)
  expect(elsewhere.code).toBe(1)
  const repair = await doctor({ DORSAL_URL: app.url }, '--repair')
  expect(repair.stdout).toMatch(/^fail +repair +stop process/m)
  const second = await runCli(['serve'], { env: { DORSAL_DATA_DIR: directory, PORT: '0' } })
  expect(second).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^dorsal: .* is in use by process \d+; .*\n$/),
  })
})

test('serve says which port is in use', async () => {
  await using app = await startTestApp()
  const env = { DORSAL_DATA_DIR: directory, PORT: new URL(app.url).port, LOG_LEVEL: 'silent' }
  expect(await runCli(['serve'], { env })).toEqual({
    code: 1,
    stdout: '',
    stderr: `dorsal: 127.0.0.1:${env.PORT} is in use; stop the other program, or set PORT to another port\n`,
  })
})
