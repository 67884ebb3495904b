import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../app/build-app.ts'
import { readConfig } from '../../app/config.ts'
import { makeLogger } from '../../app/logger.ts'
import type { Database } from '../../db/index.ts'
import { generateToken } from '../../http/index.ts'
import { systemClock } from '../../kernel/index.ts'
import { makeLearnWords } from '../../retrieval/index.ts'
import { ApiClient } from '../api-client.ts'

/** A server that is gone with its data when it is disposed of. */
export interface TemporaryServer extends AsyncDisposable {
  readonly client: ApiClient
  /** For who measures what is behind it. */
  readonly db: Database
  /** Learns the words of its pages now, and not within a minute. */
  learnWords(): Promise<void>
}

/** Starts a server of this program at a free port of this machine, empty; models are those of the environment. */
export async function startTemporaryServer(
  env: Readonly<Record<string, string | undefined>>,
): Promise<TemporaryServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dorsal-eval-'))
  const discard = () => rmSync(dataDir, { recursive: true, force: true })
  const accessToken = generateToken()
  try {
    const config = readConfig({
      ...env,
      HOST: '127.0.0.1',
      PORT: '0',
      DORSAL_DATA_DIR: dataDir,
      DATABASE_URL: undefined,
      DORSAL_PUBLIC_URL: undefined,
      DORSAL_ACCESS_TOKEN: accessToken,
      DORSAL_REQUESTS_PER_MINUTE: '1000000000',
      LOG_LEVEL: env['LOG_LEVEL'] || 'error',
    })
    const log = makeLogger(config.logLevel)
    const app = await buildApp({
      config,
      clock: systemClock,
      log,
      onFatal(error) {
        log.fatal({ err: error }, 'the database ended')
        discard()
        process.exit(2)
      },
    })
    const dispose = () => app.close().finally(discard)
    try {
      const client = new ApiClient(await app.listen(), accessToken)
      const learn = makeLearnWords({ db: app.db, clock: systemClock })
      const learnWords = () => learn(new AbortController().signal)
      return { client, db: app.db, learnWords, [Symbol.asyncDispose]: dispose }
    } catch (error) {
      await app.close()
      throw error
    }
  } catch (error) {
    discard()
    throw error
  }
}
