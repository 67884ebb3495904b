import { buildApp } from '../app/build-app.ts'
import { readConfig } from '../app/config.ts'
import { makeLogger } from '../app/logger.ts'
import { systemClock } from '../kernel/index.ts'
import { stopSignal } from './stop-signal.ts'

/** Runs the server until it is told to stop. */
export async function serve(): Promise<number> {
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
  const url = await app.listen()
  if (app.generatedToken !== undefined) {
    process.stdout.write(`Access token (shown once, keep it): ${app.generatedToken}\n`)
  }
  process.stdout.write(`Dorsal is ready at ${url}\n`)
  await stopSignal()
  await app.close()
  return 0
}
