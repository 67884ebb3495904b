import { parseArgs } from 'node:util'
import { buildApp } from '../app/build-app.ts'
import { readConfig } from '../app/config.ts'
import { makeLogger } from '../app/logger.ts'
import { systemClock } from '../kernel/index.ts'
import type { Command } from './command.ts'
import { stopSignal } from './stop-signal.ts'

export const serveCommand: Command = {
  help: `
Usage: dorsal serve

Starts the server and runs until Ctrl-C. Settings are environment variables; docs/operating.md lists them.
One line on stdout, "Dorsal is ready at URL", says that it serves; logs go to stderr.

Examples:
  dorsal serve
  PORT=8080 DORSAL_DATA_DIR=/var/lib/dorsal dorsal serve
  DATABASE_URL=postgres://dorsal@db/dorsal dorsal serve
`,
  run: serve,
}

/** Runs the server until it is told to stop. */
async function serve(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args], options: {} })
  const config = readConfig(process.env)
  const log = makeLogger(config.logLevel)
  const app = await buildApp({
    config,
    clock: systemClock,
    log,
    onFatal(error) {
      log.fatal({ err: error }, 'the database ended; start again, nothing that was acknowledged is lost')
      process.exit(1)
    },
  })
  try {
    const url = await app.listen()
    if (app.generatedToken !== undefined) {
      process.stdout.write(`Access token (shown once, keep it): ${app.generatedToken}\n`)
    }
    process.stdout.write(`Dorsal is ready at ${url}\n`)
    await stopSignal()
  } finally {
    await app.close()
  }
  return 0
}
