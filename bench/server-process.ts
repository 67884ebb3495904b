import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Agent, request } from 'undici'
import { RUNTIME_ENVIRONMENT, RUNTIME_FLAGS } from '../scripts/bootstrap.mjs'

const root = join(import.meta.dirname, '..')
export const BENCH_TOKEN = 'token-for-benchmarks'

/** The real server as a process of its own, so that its memory and CPU are its own. */
export class ServerProcess {
  readonly #child: ChildProcess
  readonly #agent = new Agent({ connections: 32 })
  readonly url: string
  readonly readyMs: number

  constructor(child: ChildProcess, url: string, readyMs: number) {
    this.#child = child
    this.url = url
    this.readyMs = readyMs
  }

  static async start(
    dataDir: string,
    env: Readonly<Record<string, string>> = {},
    command: readonly string[] = ['src/main.ts', 'serve'],
  ): Promise<ServerProcess> {
    const startedAt = performance.now()
    const child = spawn(process.execPath, [...RUNTIME_FLAGS, join(root, command[0] ?? ''), ...command.slice(1)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...RUNTIME_ENVIRONMENT,
        ...process.env,
        PORT: '0',
        DORSAL_DATA_DIR: dataDir,
        DORSAL_ACCESS_TOKEN: BENCH_TOKEN,
        DORSAL_EMBEDDING_MODEL: 'none',
        DORSAL_RERANKER_FOLDER: '',
        DORSAL_REQUESTS_PER_MINUTE: '1000000000',
        LOG_LEVEL: 'error',
        ...env,
      },
    })
    if (child.stdout === null) throw new Error('the server has no output')
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Dorsal is ready at (\S+)$/.exec(line)?.[1]
      if (url !== undefined) return new ServerProcess(child, url, performance.now() - startedAt)
    }
    throw new Error('the server ended before it was ready')
  }

  post<T>(path: string, body: unknown, contentType = 'application/json'): Promise<T> {
    return this.#send('POST', path, body, contentType)
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#send('PUT', path, body, 'application/json')
  }

  async #send<T>(method: 'POST' | 'PUT', path: string, body: unknown, contentType: string): Promise<T> {
    const response = await request(`${this.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: { authorization: `Bearer ${BENCH_TOKEN}`, 'content-type': contentType },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      bodyTimeout: 0,
      headersTimeout: 0,
    })
    const text = await response.body.text()
    if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}: ${text}`)
    return (contentType === 'application/json' ? JSON.parse(text) : text) as T
  }

  async get<T>(path: string): Promise<T> {
    const response = await request(`${this.url}${path}`, {
      dispatcher: this.#agent,
      headers: { authorization: `Bearer ${BENCH_TOKEN}` },
    })
    if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`)
    return (await response.body.json()) as T
  }

  /** Resident memory in MB. */
  memory(): number {
    return this.#status('VmRSS')
  }

  /** The most resident memory so far, in MB. */
  peakMemory(): number {
    return this.#status('VmHWM')
  }

  #status(name: string): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  }

  /** CPU time used so far, in ms, all threads. */
  cpuMs(): number {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
    await this.#agent.close()
  }
}
