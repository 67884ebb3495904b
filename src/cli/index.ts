import { serve } from './serve.ts'

export async function run(args: readonly string[]): Promise<number> {
  if (args[0] === 'serve' || args[0] === undefined) return serve()
  process.stderr.write(`dorsal: unknown command ${args[0]}\n`)
  return 2
}
