/** One command of the program. */
export interface Command {
  /** What `dorsal NAME --help` prints. */
  readonly help: string
  /** @returns the exit code: 0 done, 1 failed, 2 called wrongly, 130 interrupted. */
  run(args: readonly string[]): Promise<number>
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** An expected failure whose message is all that the person needs: exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** The one positional argument that a command takes. @throws UsageError */
export function onePositional(positionals: readonly string[], what: string): string {
  const [first, ...more] = positionals
  if (first === undefined || first.trim() === '') throw new UsageError(`${what} is missing`)
  if (more.length > 0) {
    throw new UsageError(`one ${what} is expected, but ${positionals.length} were given; put quotes around it`)
  }
  return first
}

/** @throws UsageError that names the option */
export function positiveInteger(option: string, raw: string): number {
  const value = Number(raw)
  if (!/^[0-9]+$/.test(raw) || value < 1 || !Number.isSafeInteger(value)) {
    throw new UsageError(`${option} must be a number from 1, not ${JSON.stringify(raw)}`)
  }
  return value
}
