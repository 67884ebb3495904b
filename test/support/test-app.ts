import { rmSync } from 'node:fs'
import { pino } from 'pino'
import { buildApp, type App, type AppOptions } from '../../src/app/build-app.ts'
import { readConfig } from '../../src/app/config.ts'
import type { Clock } from '../../src/kernel/index.ts'
import { copyDataTemplate, TEST_SETTINGS, TEST_TOKEN } from './data-template.ts'

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now = Date.UTC(2026, 0, 2, 3, 4, 5)
  readonly #listeners = new Set<() => void>()

  now(): number {
    return this.#now
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds
    for (const listener of this.#listeners) listener()
  }

  onMove(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export interface Reply<T = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

export interface RequestOptions {
  readonly token?: string | null
  readonly version?: string
  readonly headers?: Record<string, string>
}

/** The real program on a port of its own, with a data directory of its own. Use with `await using`. */
export class TestApp implements AsyncDisposable {
  readonly app: App
  readonly url: string
  readonly clock: TestClock
  readonly #dataDir: string

  constructor(app: App, url: string, clock: TestClock, dataDir: string) {
    this.app = app
    this.url = url
    this.clock = clock
    this.#dataDir = dataDir
  }

  get token(): string {
    return TEST_TOKEN
  }

  get dataDir(): string {
    return this.#dataDir
  }

  async request<T = any>(
    method: string,
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ): Promise<Reply<T>> {
    const token = options.token === undefined ? TEST_TOKEN : options.token
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.version === undefined ? {} : { 'intercom-version': options.version }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    }
  }

  get<T = any>(path: string, options?: RequestOptions) {
    return this.request<T>('GET', path, undefined, options)
  }

  post<T = any>(path: string, body?: unknown, options?: RequestOptions) {
    return this.request<T>('POST', path, body, options)
  }

  put<T = any>(path: string, body?: unknown, options?: RequestOptions) {
    return this.request<T>('PUT', path, body, options)
  }

  delete<T = any>(path: string, options?: RequestOptions) {
    return this.request<T>('DELETE', path, undefined, options)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}

/** Starts the program with these settings (environment variables). */
export async function startTestApp(
  env: Record<string, string> = {},
  options: Partial<Pick<AppOptions, 'openEngine' | 'log' | 'streamFaults' | 'sending' | 'chatTimeouts'>> = {},
): Promise<TestApp> {
  const dataDir = await copyDataTemplate()
  const clock = new TestClock()
  const app = await buildApp({
    config: readConfig({ PORT: '0', DORSAL_DATA_DIR: dataDir, ...TEST_SETTINGS, ...env }),
    clock,
    log: pino({ level: env['LOG_LEVEL'] ?? 'silent' }),
    onFatal(error) {
      throw error
    },
    ...options,
  })
  return new TestApp(app, await app.listen(), clock, dataDir)
}

/** A source that takes pages. @returns its id */
export async function aSource(app: TestApp, url = 'https://help.example.com'): Promise<number> {
  const { body } = await app.post('/ai/content_import_sources', { sync_behavior: 'api', url })
  return body.id
}

/** The body of a page that everyone may be answered from. */
export function aPage(sourceId: number, fields: Record<string, unknown> = {}) {
  return {
    source_id: sourceId,
    external_id: 'getting-started',
    title: 'Getting started',
    html: '<h1>Getting started</h1><p>Press the green button to start the machine.</p>',
    url: 'https://help.example.com/getting-started',
    locale: 'en',
    ai_agent_availability: true,
    ai_copilot_availability: true,
    ...fields,
  }
}
