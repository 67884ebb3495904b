import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../../src/app/build-app.ts'
import { readConfig } from '../../src/app/config.ts'
import { embeddedEngine } from '../../src/db/index.ts'
import { systemClock } from '../../src/kernel/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** Node has it, its types do not. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

const POSTGRES = join(root, 'node_modules/@electric-sql/pglite/dist/pglite.wasm')
/**
 * PostgreSQL, compiled. While this is alive, V8 takes it for what is compiled anywhere in this process, and a database
 * starts with half the work.
 */
const compiledPostgres = WebAssembly.compile(readFileSync(POSTGRES))

const cache = join(root, '.cache')

export interface EmbeddedExtensions {
  readonly vector: boolean
  readonly textSearch: boolean
}
const ALL: EmbeddedExtensions = { vector: true, textSearch: true }
/** What a managed server without extensions offers. */
export const PLAIN: EmbeddedExtensions = { vector: false, textSearch: false }

/** A data directory made once per schema and copied for each test: creating one takes seconds, copying it does not. */
export async function prepareDataTemplate(extensions: EmbeddedExtensions = ALL): Promise<string> {
  const kind = extensions === ALL ? '' : '-plain'
  const template = join(cache, `test-data-${schemaHash()}${kind}`)
  if (existsSync(template)) return template
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'draft-'))
  const app = await buildApp({
    config: readConfig({ DORSAL_DATA_DIR: draft, ...TEST_SETTINGS }),
    clock: systemClock,
    log: pino({ level: 'silent' }),
    onFatal(error) {
      throw error
    },
    openEngine: (options) => embeddedEngine({ ...options, extensions }),
  })
  await app.close()
  try {
    renameSync(draft, template)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another run was faster
  }
  return template
}

export const TEST_TOKEN = 'token-for-tests'
/** Settings of a program in a test; one that wants a model says so. */
export const TEST_SETTINGS = { DORSAL_ACCESS_TOKEN: TEST_TOKEN, DORSAL_EMBEDDING_MODEL: 'none' }

/** A fresh copy of the template; the caller removes it. */
export async function copyDataTemplate(extensions: EmbeddedExtensions = ALL): Promise<string> {
  await compiledPostgres
  const directory = mkdtempSync(join(tmpdir(), 'dorsal-test-'))
  cpSync(await prepareDataTemplate(extensions), directory, { recursive: true })
  return directory
}

function schemaHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['src/db', 'src/db/migrations', 'src/db/embedded', 'src/jobs']) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.isFile()) hash.update(readFileSync(join(root, folder, entry.name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
