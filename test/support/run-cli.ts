import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { TEST_SETTINGS } from './data-template.ts'

const root = join(import.meta.dirname, '..', '..')

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly env?: Record<string, string>
  /** Written to stdin, which then ends. */
  readonly input?: string
}

/** A command that runs in a process of its own, with no settings but these. */
export interface CliProcess {
  readonly child: ChildProcess
  readonly done: Promise<CliResult>
}

export function startCli(args: readonly string[], { env = {}, input = '' }: CliOptions = {}): CliProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/main.ts'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...TEST_SETTINGS, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {}) // a command that fails early reads nothing
  child.stdin.end(input)
  const outputs = Promise.all([text(child.stdout), text(child.stderr)])
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const done = Promise.all([exited, outputs]).then(([code, [stdout, stderr]]) => ({ code, stdout, stderr }))
  return { child, done }
}

export function runCli(args: readonly string[], options?: CliOptions): Promise<CliResult> {
  return startCli(args, options).done
}
