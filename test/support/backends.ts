import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp, type AppOptions } from '../../src/app/build-app.ts'
import { readConfig } from '../../src/app/config.ts'
import { embeddedEngine } from '../../src/db/index.ts'
import { copyDataTemplate, PLAIN, TEST_SETTINGS } from './data-template.ts'
import { PostgresServer } from './postgres-server.ts'
import { TestApp, TestClock } from './test-app.ts'

/** A kind of database that the program runs on, with what it can do. */
export interface Backend {
  readonly name: string
  /** How `DORSAL_TEST_BACKENDS` calls it. */
  readonly key: string
  start(): Promise<RunningBackend>
}

export interface RunningBackend extends AsyncDisposable {
  /** Another instance of the program on the same database; only where several can be. */
  open(): Promise<TestApp>
}

const BACKENDS: readonly Backend[] = [
  {
    name: 'embedded (one connection, BM25, vectors)',
    key: 'embedded',
    start: () => Promise.resolve({ open: () => openEmbedded(), [Symbol.asyncDispose]: () => Promise.resolve() }),
  },
  {
    name: 'over the wire (BM25, vectors)',
    key: 'wire',
    async start() {
      const child = fork(join(import.meta.dirname, 'wire-server.ts'), [], {
        execArgv: ['--disable-warning=ExperimentalWarning'],
      })
      const [url] = await Promise.race([once(child, 'message'), once(child, 'exit')])
      if (typeof url !== 'string') throw new Error('the database over the wire did not start')
      return {
        open: () => openAt(url),
        async [Symbol.asyncDispose]() {
          const ended = once(child, 'exit')
          child.disconnect()
          await ended
        },
      }
    },
  },
  {
    name: 'embedded without extensions (one connection, text search by tsvector)',
    key: 'plain',
    start: () => Promise.resolve({ open: () => openEmbedded(PLAIN), [Symbol.asyncDispose]: () => Promise.resolve() }),
  },
  {
    name: 'a server without extensions (many connections, text search by tsvector)',
    key: 'server',
    async start() {
      const server = await PostgresServer.start()
      const url = await server.createDatabase('dorsal')
      return { open: () => openAt(url), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
    },
  },
]

/** The backends to test, narrowed by `DORSAL_TEST_BACKENDS=embedded,wire,plain,server`. */
export function selectedBackends(): readonly Backend[] {
  const wanted = process.env['DORSAL_TEST_BACKENDS']?.split(',').map((key) => key.trim())
  const unknown = wanted?.filter((key) => BACKENDS.every((backend) => backend.key !== key)) ?? []
  if (unknown.length > 0) throw new Error(`DORSAL_TEST_BACKENDS names unknown backends: ${unknown.join(', ')}`)
  return BACKENDS.filter(({ key }) => wanted?.includes(key) ?? true)
}

async function openEmbedded(extensions?: typeof PLAIN): Promise<TestApp> {
  const dataDir = await copyDataTemplate(extensions)
  return open(
    dataDir,
    {},
    { openEngine: (options) => embeddedEngine({ ...options, ...(extensions && { extensions }) }) },
  )
}

export function openAt(databaseUrl: string, options: Pick<AppOptions, 'sending'> = {}): Promise<TestApp> {
  return open(mkdtempSync(join(tmpdir(), 'dorsal-test-')), { DATABASE_URL: databaseUrl }, options)
}

async function open(
  dataDir: string,
  env: Record<string, string>,
  options: Pick<AppOptions, 'openEngine' | 'sending'>,
): Promise<TestApp> {
  const clock = new TestClock()
  try {
    const app = await buildApp({
      config: readConfig({ PORT: '0', DORSAL_DATA_DIR: dataDir, ...TEST_SETTINGS, ...env }),
      clock,
      log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
      onFatal(error) {
        throw error
      },
      ...options,
    })
    return new TestApp(app, await app.listen(), clock, dataDir)
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
}
