import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { embeddedEngine, openDatabase } from '../../src/db/index.ts'
import { copyDataTemplate } from '../support/data-template.ts'
import { seeded } from '../support/random.ts'
import { call, ServerProcess } from '../support/server-process.ts'
import { LibraryModel, type Version } from './library-model.ts'

const KILLS = 22
const WRITERS = 6
const KEYS_PER_WRITER = 12
const BULK_LINES = 15
/** The files themselves are looked into after every so many kills; it costs a second opening. */
const INSPECT_EVERY = 6

describe('a server killed at any moment', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await copyDataTemplate()
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  test(`loses nothing that it acknowledged over ${KILLS} kills`, { timeout: 900_000 }, async () => {
    const random = seeded(20_260_101)
    const model = new LibraryModel()
    let interrupted = 0
    for (let kill = 1; kill <= KILLS; kill++) {
      const server = await ServerProcess.start({ DORSAL_DATA_DIR: dataDir })
      await verify(server.url, model)
      interrupted += await writeUntilKilled(server, model, random)
      if (kill % INSPECT_EVERY === 0) await inspectFiles(dataDir)
    }
    await using server = await ServerProcess.start({ DORSAL_DATA_DIR: dataDir })
    await verify(server.url, model)
    // Otherwise the kills would have met an idle server, and the test would have shown nothing.
    expect(interrupted).toBeGreaterThan(KILLS * 2)
    expect(model.acknowledgements).toBeGreaterThan(KILLS * 10)
  })
})

/** Several clients at once, each with keys of its own; the kill comes in the middle. @returns writes cut off */
async function writeUntilKilled(server: ServerProcess, model: LibraryModel, random: () => number): Promise<number> {
  const { url } = server
  const source = await createSource(url)
  const goal = model.acknowledgements + 5 + Math.floor(random() * 90)
  let killed: Promise<unknown> | undefined
  const killWhenDue = () => {
    if (killed !== undefined || model.acknowledgements < goal) return
    // Anywhere between two acknowledgements: during analysis, a transaction, its commit or its fsync.
    const delay = random() * 15
    killed = new Promise((resolve) => setTimeout(resolve, delay)).then(() => server.kill())
  }
  let isDead = false
  void server.ended().then(() => {
    isDead = true
  })

  async function write(writer: number, own: () => number): Promise<void> {
    const keys = Array.from({ length: KEYS_PER_WRITER }, (_, index) => `writer-${writer}-page-${index}`)
    const anyKey = () => keys[Math.floor(own() * keys.length)] ?? ''
    while (!isDead) {
      const dice = own()
      const key = anyKey()
      const home = model.pages.get(key)?.sourceId ?? mainSource
      if (dice < 0.6) await model.upsert(url, key, home)
      else if (dice < 0.8) await model.remove(url, key)
      else await model.bulk(url, keys.slice(0, 1 + Math.floor(own() * BULK_LINES)), mainSource)
      killWhenDue()
    }
  }

  /** A source of its own that comes and goes. */
  async function replaceSource(): Promise<void> {
    let current = source
    for (let turn = 0; !isDead; turn++) {
      const keys = Array.from({ length: 5 }, (_, index) => `source-${current}-${turn}-page-${index}`)
      await Promise.all(keys.map((key) => model.upsert(url, key, current)))
      await model.removeSource(url, current)
      killWhenDue()
      if (isDead) return
      current = await createSource(url).catch(() => 0)
      if (current === 0) return
    }
  }

  const mainSource = await ensureMainSource(url)
  const seeds = Array.from({ length: WRITERS }, () => seeded(Math.floor(random() * 2 ** 31)))
  await Promise.all([...seeds.map((own, writer) => write(writer, own)), replaceSource()])
  await killed
  return [...model.pages.values()].filter(({ pending }) => pending.length > 0).length
}

async function createSource(url: string): Promise<number> {
  const reply = await call(url, 'POST', '/ai/content_import_sources', {
    sync_behavior: 'api',
    url: 'https://help.example.com',
  })
  if (reply?.status !== 200) throw new Error(`no source: ${reply?.status}`)
  return reply.body.id
}

let mainSourceId: number | undefined
async function ensureMainSource(url: string): Promise<number> {
  mainSourceId ??= await createSource(url)
  return mainSourceId
}

/** Compares everything that a client can see with what was promised, and takes over what it finds. */
async function verify(url: string, model: LibraryModel): Promise<void> {
  const listed = await listAll(url)
  const problems: string[] = []
  for (const [key, page] of model.pages) {
    const found = listed.get(key)
    const allowed = [page.acknowledged, ...page.pending]
    const actual = allowed.find((version) => isSame(version, found))
    if (actual === undefined) {
      problems.push(
        `${key}: ${found === undefined ? 'missing' : `is ${found.title}`}, expected ${describeAll(allowed)}`,
      )
      continue
    }
    const isTouched = page.pending.length > 0 || page.gone.length > 0
    for (const version of allowed) if (version !== null && version !== actual) page.gone.push(version.word)
    page.acknowledged = actual
    page.pending.length = 0
    if (found !== undefined) page.id = found.id

    if (actual === null && page.id !== undefined) {
      const reply = await call(url, 'GET', `/ai/external_pages/${page.id}`)
      if (reply?.status !== 404) problems.push(`${key}: deleted, but GET answers ${reply?.status}`)
    }
    if (actual !== null && isTouched) {
      const hits = await search(url, actual.word)
      if (!hits.includes(found?.id ?? '')) problems.push(`${key}: ${actual.word} does not find it`)
    }
    for (const word of page.gone.splice(0).slice(-1)) {
      if ((await search(url, word)).length > 0) problems.push(`${key}: ${word} is gone, but search finds it`)
    }
    // Pages of a deleted source never come back; checked once, they are done with.
    if (actual === null && page.sourceId !== mainSourceId) model.pages.delete(key)
  }
  for (const key of listed.keys()) if (!model.pages.has(key)) problems.push(`${key}: nobody wrote it`)
  expect(problems).toEqual([])
}

interface Listed {
  readonly id: string
  readonly title: string
  readonly html: string
}

function isSame(version: Version | null, found: Listed | undefined): boolean {
  if (version === null || found === undefined) return version === null && found === undefined
  return version.title === found.title && version.html === found.html
}

function describeAll(versions: readonly (Version | null)[]): string {
  return versions.map((version) => version?.title ?? 'nothing').join(' or ')
}

async function listAll(url: string): Promise<Map<string, Listed>> {
  const all = new Map<string, Listed>()
  for (let page = 1; ; page++) {
    const reply = await call(url, 'GET', `/ai/external_pages?per_page=50&page=${page}`)
    if (reply?.status !== 200) throw new Error(`list answered ${reply?.status}: ${JSON.stringify(reply?.body)}`)
    for (const item of reply.body.data) all.set(item.external_id, item)
    if (page >= reply.body.pages.total_pages) return all
  }
}

async function search(url: string, query: string): Promise<string[]> {
  const reply = await call(url, 'POST', '/dorsal/v1/search', { query, agent: 'ai_agent' })
  if (reply?.status !== 200) throw new Error(`search answered ${reply?.status}: ${JSON.stringify(reply?.body)}`)
  return reply.body.results.map((result: { page_id: string }) => result.page_id)
}

/** What clients cannot see: rows that do not belong together. */
async function inspectFiles(dataDir: string): Promise<void> {
  const onFatal = (error: Error) => {
    throw error
  }
  const db = await openDatabase(await embeddedEngine({ dataDir, onFatal }))
  try {
    const { rows } = await sql<{ orphans: number; unindexed: number; wrong_source: number }>`
      select
        (select count(*) from chunk c left join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
          where p.id is null) as orphans,
        (select count(*) from page p where p.text <> '' and p.index_state = 'indexed' and not exists (
          select 1 from chunk c where c.workspace_id = p.workspace_id and c.page_id = p.id)) as unindexed,
        (select count(*) from chunk c join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
          where p.source_id <> c.source_id) as wrong_source
    `.execute(db.reader)
    expect(rows[0]).toEqual({ orphans: 0, unindexed: 0, wrong_source: 0 })
  } finally {
    await db.close()
  }
}

describe('a server killed while it makes its data directory', () => {
  const moments = ['dorsal.lock', 'postgres.new', 'postgres.new/PG_VERSION', 'postgres.new/base/5', 'postgres']

  test('leaves a directory that starts again', { timeout: 120_000 }, async () => {
    const parent = mkdtempSync(join(tmpdir(), 'dorsal-first-start-'))
    const dataDir = join(parent, 'data')
    const reached: string[] = []
    try {
      for (const moment of moments) {
        const server = new ServerProcess({ DORSAL_DATA_DIR: dataDir })
        let isOver = false
        void server.ended().then(() => {
          isOver = true
        })
        while (!existsSync(join(dataDir, moment)) && !isOver) await new Promise((resolve) => setTimeout(resolve, 2))
        if (existsSync(join(dataDir, moment))) reached.push(moment)
        await server.kill()
      }
      expect(reached).toEqual(moments)
      await using server = await ServerProcess.start({ DORSAL_DATA_DIR: dataDir })
      const model = new LibraryModel()
      await model.upsert(server.url, 'first', await createSource(server.url))
      await verify(server.url, model)
      expect(model.acknowledgements).toBe(1)
    } finally {
      rmSync(parent, { recursive: true, force: true })
    }
  })
})
