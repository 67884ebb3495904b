import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { pino, type Logger } from 'pino'
import { expect, vi } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { readConfig } from '../../src/app/config.ts'
import { copyDataTemplate, TEST_SETTINGS } from './data-template.ts'
import { EmbeddingEndpoint } from './embedding-endpoint.ts'
import { aPage, aSource, TestApp, TestClock } from './test-app.ts'

export const MODEL = 'words-that-mean-the-same'

/** A library in a directory of its own, served again and again with other settings, and an endpoint with models. */
export class EmbeddingWorld implements AsyncDisposable {
  readonly endpoint: EmbeddingEndpoint
  /** Goes on when the program ends. */
  readonly clock = new TestClock()
  readonly #dataDir: string
  #app: TestApp | undefined

  constructor(endpoint: EmbeddingEndpoint, dataDir: string) {
    this.endpoint = endpoint
    this.#dataDir = dataDir
  }

  static async open(): Promise<EmbeddingWorld> {
    return new EmbeddingWorld(await EmbeddingEndpoint.start(), await copyDataTemplate())
  }

  get app(): TestApp {
    if (this.#app === undefined) throw new Error('the program does not run')
    return this.#app
  }

  /** Ends the program, if it runs, and starts it with this model. */
  async serve(model = MODEL, env: Record<string, string> = {}, log: Logger = pino({ level: 'silent' })): Promise<void> {
    await this.stop()
    const config = readConfig({
      ...TEST_SETTINGS,
      PORT: '0',
      DORSAL_DATA_DIR: this.#dataDir,
      DORSAL_EMBEDDING_BASE_URL: this.endpoint.url,
      DORSAL_EMBEDDING_MODEL: model,
      DORSAL_EMBEDDING_API_KEY: 'key-of-the-endpoint',
      ...env,
    })
    const onFatal = (error: Error) => {
      throw error
    }
    const app = await buildApp({ config, clock: this.clock, log, onFatal })
    this.#app = new TestApp(app, await app.listen(), this.clock, this.#dataDir)
  }

  async stop(): Promise<void> {
    await this.#app?.app.close()
    this.#app = undefined
  }

  /** Pushes pages by their external id; each text is its title as well. @returns the source */
  async push(pages: Readonly<Record<string, string>>, source?: number): Promise<number> {
    const sourceId = source ?? (await aSource(this.app))
    for (const [id, text] of Object.entries(pages)) {
      const page = aPage(sourceId, { external_id: id, title: text, html: `<p>${text}</p>` })
      expect((await this.app.post('/ai/external_pages', page)).status).toBe(200)
    }
    return sourceId
  }

  async search(query: string, fields: object = {}): Promise<any> {
    const { status, body } = await this.app.post('/dorsal/v1/search', { query, agent: 'ai_copilot', ...fields })
    expect(status).toBe(200)
    return body
  }

  async embedding(): Promise<any> {
    return (await this.app.get('/dorsal/v1/embedding')).body
  }

  /** Waits until the status says this of its embedding. */
  async waitFor(expected: object): Promise<void> {
    await vi.waitFor(
      async () => {
        expect((await this.app.get('/dorsal/v1/status')).body.embedding).toMatchObject(expected)
      },
      { timeout: 60_000, interval: 50 },
    )
  }

  /** Runs a job as its schedule would, and waits until it is done. */
  async runJob(name: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      insert into dorsal_jobs.job (name) values (${name}) returning id`.execute(this.app.app.db.reader)
    const id = rows[0]?.id
    await vi.waitFor(
      async () => {
        const jobs = await sql<{ state: string }>`select state from dorsal_jobs.job where id = ${id}`.execute(
          this.app.app.db.reader,
        )
        expect(jobs.rows[0]?.state).toBe('completed')
      },
      { timeout: 60_000, interval: 50 },
    )
  }

  /** Stored vectors by model. */
  async vectors(): Promise<Record<string, number>> {
    const { rows } = await sql<{ name: string; count: number }>`
      select m.name, count(*) from chunk_vector v join embedding_model m on m.id = v.model_id group by m.name
    `.execute(this.app.app.db.reader)
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    await this.endpoint[Symbol.asyncDispose]()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}
