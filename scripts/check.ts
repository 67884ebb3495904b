// The checks that need no run of the program; each prints what it finds.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export interface Check {
  readonly name: string
  readonly command: readonly [tool: string, ...args: string[]]
}

export const CHECKS: readonly Check[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'types', command: ['typescript', '-p', '.'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
]

/** The script that a package installs, started without a shell so that it runs the same everywhere. */
export function tool(name: string): string {
  const home = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : (bin[name] ?? bin['tsc'])
  if (script === undefined) throw new Error(`${name} has no script`)
  return join(home, script)
}

export function runCheck({ name, command: [toolName, ...args] }: Check): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool(toolName), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}\n`)
  return status === 0
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  const results = CHECKS.map(runCheck)
  process.exitCode = results.every(Boolean) ? 0 : 1
}
