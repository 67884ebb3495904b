import { readFile } from 'node:fs/promises'
import { describeFault } from '../dataset/describe-fault.ts'
import { Run, RUN_VERSION } from './run-schema.ts'

export type RunReading =
  | { readonly kind: 'read'; readonly run: Run }
  | { readonly kind: 'faulty'; readonly fault: string }

/** Reads the file of an earlier run; the fault names the file. */
export async function readRun(file: string): Promise<RunReading> {
  const faulty = (fault: string) => ({ kind: 'faulty', fault: `${file}: ${fault}` }) as const
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return faulty('not valid JSON')
    const { code } = error as NodeJS.ErrnoException
    return faulty(code === 'ENOENT' ? 'there is no such file' : `can't be read (${code})`)
  }
  const version = (value as { version?: unknown } | null)?.version
  if (version !== RUN_VERSION) {
    return faulty(`not a run of version ${RUN_VERSION}; its version is ${JSON.stringify(version) ?? 'missing'}`)
  }
  const fault = describeFault(Run, value)
  return fault === undefined ? { kind: 'read', run: value as Run } : faulty(fault)
}
