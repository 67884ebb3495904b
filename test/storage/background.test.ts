import { rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startBackground } from '../../src/app/background.ts'
import { embeddedEngine, openDatabase, type Database } from '../../src/db/index.ts'
import { systemClock } from '../../src/kernel/index.ts'
import { startJobs } from '../../src/jobs/index.ts'
import { copyDataTemplate, TEST_TOKEN } from '../support/data-template.ts'
import { call, ServerProcess } from '../support/server-process.ts'

const log = pino({ level: 'silent' })

describe('background work', { timeout: 60_000 }, () => {
  let dataDir: string
  let db: Database
  const open = async () =>
    openDatabase(
      await embeddedEngine({
        dataDir,
        onFatal(error) {
          throw error
        },
      }),
    )
  beforeEach(async () => {
    dataDir = await copyDataTemplate()
    db = await open()
  })
  afterEach(async () => {
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('keeping the database tidy is scheduled, and works', async () => {
    const background = await startBackground({
      db,
      clock: systemClock,
      log,
      embed: undefined,
      answerDays: 30,
      jobs: [],
    })
    const { rows } = await sql<{ name: string }>`select name from dorsal_jobs.schedule order by name`.execute(db.reader)
    // The last of these is of the program that made the directory.
    expect(rows.map(({ name }) => name)).toEqual([
      'answers.delete-old',
      'db.maintain',
      'events.delete-old',
      'ingest.index-stale-pages',
      'reporting.sweep-exports',
      'retrieval.learn-words',
    ])
    const before = await vacuums()
    await sql`insert into dorsal_jobs.job (name) values ('db.maintain')`.execute(db.reader)
    await until(async () => (await statesOf('db.maintain')).includes('completed'))
    expect(await vacuums()).toBeGreaterThan(before)
    await background.stop()
  })

  test('a job waits for the next start, and runs once when it was asked for twice', async () => {
    const name = 'test.remember'
    const first = await startJobs(db, [{ name, run: () => new Promise(() => {}) }], log)
    await first.stop()
    await db.transact(async (tx) => {
      await first.send(tx, { name })
      await first.send(tx, { name })
    })
    await db.close()

    db = await open()
    let runs = 0
    const second = await startJobs(db, [{ name, run: () => Promise.resolve(void runs++) }], log)
    await until(async () => (await statesOf(name)).every((state) => state === 'completed'))
    expect(runs).toBe(1)
    await second.stop()
  })

  test('a job of a transaction that is undone is undone', async () => {
    const name = 'test.never'
    const queue = await startJobs(db, [{ name, run: () => Promise.resolve() }], log)
    const undone = db.transact(async (tx) => {
      await queue.send(tx, { name })
      throw new Error('changed my mind')
    })
    await expect(undone).rejects.toThrow('changed my mind')
    expect(await statesOf(name)).toEqual([])
    await queue.stop()
  })

  test('a job that is interrupted by a stop is told so and done again', async () => {
    const name = 'test.long'
    let wasTold = false
    const started = Promise.withResolvers<void>()
    const first = await startJobs(
      db,
      [
        {
          name,
          run: (signal) =>
            new Promise((resolve) => {
              started.resolve()
              signal.addEventListener('abort', () => {
                wasTold = true
                resolve()
              })
            }),
        },
      ],
      log,
    )
    await db.transact((tx) => first.send(tx, { name }))
    await started.promise
    await first.stop()
    expect(wasTold).toBe(true)

    let runs = 0
    const second = await startJobs(db, [{ name, run: () => Promise.resolve(void runs++) }], log)
    await until(async () => (await statesOf(name)).includes('completed'))
    expect(runs).toBe(1)
    await second.stop()
  })

  async function statesOf(name: string): Promise<string[]> {
    const { rows } = await sql<{ state: string }>`select state from dorsal_jobs.job where name = ${name}`.execute(
      db.reader,
    )
    return rows.map(({ state }) => state)
  }

  async function vacuums(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from pg_class where relname in ('page', 'chunk') and reltuples >= 0) as count
    `.execute(db.reader)
    return rows[0]?.count ?? 0
  }
})

test('a server told to stop ends by itself and keeps what it acknowledged', { timeout: 60_000 }, async () => {
  const dataDir = await copyDataTemplate()
  const idle = new Agent({ keepAlive: true })
  try {
    const server = await ServerProcess.start({ DORSAL_DATA_DIR: dataDir })
    const source = await call(server.url, 'POST', '/ai/content_import_sources', {
      sync_behavior: 'api',
      url: 'https://a.example',
    })
    const body = (index: number) => ({
      source_id: source?.body.id,
      external_id: `page-${index}`,
      title: `Page ${index}`,
      html: '<p>Some words.</p>',
      locale: 'en',
    })
    await Promise.all(Array.from({ length: 4 }, () => keepAliveRequest(`${server.url}/readyz`, idle)))
    const pushes = Array.from({ length: 40 }, (_, index) => call(server.url, 'POST', '/ai/external_pages', body(index)))
    await Promise.race(pushes)
    const ended = await server.stop()
    expect({ code: ended.code, signal: ended.signal, stderr: ended.stderr }).toEqual({
      code: 0,
      signal: null,
      stderr: '',
    })

    const acknowledged = (await Promise.all(pushes)).filter((reply) => reply?.status === 200)
    expect(acknowledged.length).toBeGreaterThan(0)
    await using again = await ServerProcess.start({ DORSAL_DATA_DIR: dataDir })
    for (const reply of acknowledged) {
      expect((await call(again.url, 'GET', `/ai/external_pages/${reply?.body.id}`))?.status).toBe(200)
    }
  } finally {
    idle.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

function keepAliveRequest(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { authorization: `Bearer ${TEST_TOKEN}` } }, (response) => {
      response.resume().on('end', resolve)
    })
      .on('error', reject)
      .end()
  })
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50))
}
