import { styleText } from 'node:util'
import { VERSION } from '../app/version.ts'
import type { Command } from './command.ts'
import { explainFailure, explainMisuse } from './explain-failure.ts'

/** Loaded when they are called: `dorsal --help` must not wait for the database engine. */
const COMMANDS: readonly { readonly name: string; readonly summary: string; load(): Promise<Command> }[] = [
  {
    name: 'serve',
    summary: 'start the server (the default)',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'import',
    summary: 'push a folder or an NDJSON file of pages to a server',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'ask',
    summary: 'ask a running server a question',
    load: async () => (await import('./ask.ts')).askCommand,
  },
  {
    name: 'search',
    summary: 'search a running server for passages',
    load: async () => (await import('./search.ts')).searchCommand,
  },
  {
    name: 'eval',
    summary: 'measure search and answers with questions of yours, and compare with an earlier run',
    load: async () => (await import('./eval.ts')).evalCommand,
  },
  {
    name: 'replay',
    summary: 'make an answer once more and show what differs',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  {
    name: 'demo',
    summary: "import Dorsal's own documentation and answer questions about it",
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  {
    name: 'doctor',
    summary: 'check settings, data and index; say what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
]

/** Runs the command that the arguments name. @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  exitQuietlyWhenNobodyReads()
  const [name = 'serve', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') return print(`${overview()}\n`)
  if (name === '--version' || name === '-v') return print(`dorsal ${VERSION}\n`)
  const entry = COMMANDS.find((candidate) => candidate.name === name)
  if (entry === undefined) {
    complain(`unknown command ${JSON.stringify(name)}; it is one of ${COMMANDS.map((one) => one.name).join(', ')}`)
    complain('see: dorsal --help')
    return 2
  }
  const command = await entry.load()
  if (asksForHelp(rest)) return print(`${command.help.trim()}\n`)
  try {
    return await command.run(rest)
  } catch (error) {
    const misuse = explainMisuse(error)
    if (misuse !== undefined) {
      complain(misuse)
      complain(`see: dorsal ${name} --help`)
      return 2
    }
    const failure = explainFailure(error)
    if (failure === undefined) throw error // a bug: its stack is what helps
    for (const line of failure.split('\n')) complain(line)
    return 1
  }
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  return `Dorsal ${VERSION}: a content library and an answer agent that speak Intercom's REST API 2.14.

Usage: dorsal COMMAND [OPTIONS]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

dorsal COMMAND --help tells more about one of them.`
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

function complain(line: string): void {
  process.stderr.write(`${styleText('red', 'dorsal:', { stream: process.stderr })} ${line}\n`)
}

/** `dorsal search ... | head -1` closes the pipe early, which is no failure. */
function exitQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
