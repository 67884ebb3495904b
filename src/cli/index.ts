import { styleText } from 'node:util'
import { VERSION } from '../app/version.ts'
import { askCommand } from './ask.ts'
import type { Command } from './command.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { explainFailure, explainMisuse } from './explain-failure.ts'
import { importCommand } from './import.ts'
import { searchCommand } from './search.ts'
import { serveCommand } from './serve.ts'

const COMMANDS: readonly Command[] = [
  serveCommand,
  importCommand,
  askCommand,
  searchCommand,
  demoCommand,
  doctorCommand,
]

/** Runs the command that the arguments name. @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  exitQuietlyWhenNobodyReads()
  const [name = 'serve', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') return print(`${overview()}\n`)
  if (name === '--version' || name === '-v') return print(`dorsal ${VERSION}\n`)
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) {
    complain(`unknown command ${JSON.stringify(name)}; it is one of ${COMMANDS.map((one) => one.name).join(', ')}`)
    complain('see: dorsal --help')
    return 2
  }
  if (asksForHelp(rest)) return print(`${command.help.trim()}\n`)
  try {
    return await command.run(rest)
  } catch (error) {
    const misuse = explainMisuse(error)
    if (misuse !== undefined) {
      complain(misuse)
      complain(`see: dorsal ${command.name} --help`)
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
