import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { TEST_SETTINGS, TEST_TOKEN } from './data-template.ts'

const root = join(import.meta.dirname, '..', '..')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

/** The program as its users run it: a process of its own, `serve`, on a free port. */
export class ServerProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #ended: Promise<Ended>
  readonly #ready: Promise<string>
  #url = ''

  constructor(env: Record<string, string>) {
    this.#child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'src/main.ts'), 'serve'],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          PORT: '0',
          LOG_LEVEL: 'error',
          DORSAL_REQUESTS_PER_MINUTE: '1000000',
          ...TEST_SETTINGS,
          ...env,
        },
      },
    )
    let stdout = ''
    let stderr = ''
    this.#child.stderr?.on('data', (data) => {
      stderr += data
    })
    this.#ended = once(this.#child, 'close').then(([code, signal]) => ({ code, signal, stderr }))
    this.#ready = new Promise((resolve, reject) => {
      this.#child.stdout?.on('data', (data) => {
        stdout += data
        const url = /Dorsal is ready at (\S+)\n/.exec(stdout)?.[1]
        if (url !== undefined) resolve(url)
      })
      void this.#ended.then((ended) => reject(new Error(`the server ended before it was ready: ${ended.stderr}`)))
    })
    this.#ready.catch(() => {})
  }

  static async start(env: Record<string, string>): Promise<ServerProcess> {
    const server = new ServerProcess(env)
    server.#url = await server.#ready
    return server
  }

  get url(): string {
    return this.#url
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** As power loss for the process: nothing it planned to do happens any more. */
  kill(): Promise<Ended> {
    this.#child.kill('SIGKILL')
    return this.#ended
  }

  /** Asks it to end. */
  stop(): Promise<Ended> {
    this.#child.kill('SIGTERM')
    return this.#ended
  }

  ended(): Promise<Ended> {
    return this.#ended
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }
}

/** Calls that may be cut off: `undefined` when the server went away before it answered. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: any } | undefined> {
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TEST_TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  } catch {
    return undefined
  }
}
