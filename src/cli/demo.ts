import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp, type App } from '../app/build-app.ts'
import { readConfig, type Config } from '../app/config.ts'
import { makeLogger } from '../app/logger.ts'
import { generateToken } from '../http/index.ts'
import { systemClock } from '../kernel/index.ts'
import { ApiClient } from './api-client.ts'
import type { Command } from './command.ts'
import { fillLibrary } from './demonstration/fill-library.ts'
import { findFreePort } from './demonstration/free-port.ts'
import { DEMO_QUESTIONS, findFault } from './demonstration/questions.ts'
import { stopSignal } from './stop-signal.ts'
import { plural, say, styled } from './terminal.ts'
import { writeAnswer, type WireAnswer } from './write-answer.ts'

export const demoCommand: Command = {
  help: `
Usage: dorsal demo [--exit]

Starts a server of its own, imports Dorsal's documentation through the public API, asks questions, prints the cited
answers, and leaves the server running until Ctrl-C. Exit code 1 when an answer is not the expected one.
Its data is kept in ./data/demo (or DORSAL_DATA_DIR), in the embedded database whatever DATABASE_URL says; it listens
at PORT, or at the first free port from 4141 on.

  --exit                end after the questions

Examples:
  dorsal demo
  PORT=8080 dorsal demo
  dorsal demo --exit
`,
  run: demo,
}

async function demo(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { exit: { type: 'boolean' } } })
  const config = await readDemoConfig(process.env)
  const stopped = stopSignal()
  const app = await startServer(config)
  try {
    const url = await app.listen()
    say(`Dorsal is ready at ${url}`)
    const client = new ApiClient(url, config.accessToken)
    const { sourceId, pages, seconds } = await fillLibrary(client, PROJECT_FOLDER)
    say(`Imported ${plural(pages, 'page')} of Dorsal's documentation in ${seconds.toFixed(1)} s.`)

    const faults = await askAll(client, sourceId)
    if (faults > 0)
      say(`\n${styled('red', `${faults} of ${DEMO_QUESTIONS.length} answers are not the expected ones.`)}`)
    if (values.exit !== true) {
      say(invitation(url, config))
      await stopped
    }
    return faults === 0 ? 0 : 1
  } finally {
    await app.close()
  }
}

const PROJECT_FOLDER = join(import.meta.dirname, '..', '..')

type DemoConfig = Config & { readonly accessToken: string }

async function readDemoConfig(env: Readonly<Record<string, string | undefined>>): Promise<DemoConfig> {
  const config = readConfig({
    ...env,
    DATABASE_URL: undefined,
    DORSAL_DATA_DIR: env['DORSAL_DATA_DIR'] || join('data', 'demo'),
    LOG_LEVEL: env['LOG_LEVEL'] || 'warn',
  })
  const port = env['PORT'] ? config.port : await findFreePort(config.host, config.port)
  return { ...config, port, accessToken: config.accessToken ?? keepToken(config.dataDir) }
}

/** A random token, the same in every run on this data directory. */
function keepToken(dataDir: string): string {
  const file = join(dataDir, 'demo-token')
  try {
    const token = readFileSync(file, 'utf8').trim()
    if (token !== '') return token
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(dataDir, { recursive: true })
  const token = generateToken()
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  return token
}

function startServer(config: DemoConfig): Promise<App> {
  const log = makeLogger(config.logLevel)
  return buildApp({
    config,
    clock: systemClock,
    log,
    onFatal(error) {
      log.fatal({ err: error }, 'the database ended')
      process.exit(1)
    },
  })
}

/** @returns how many answers are not the expected ones */
async function askAll(client: ApiClient, sourceId: number): Promise<number> {
  let faults = 0
  for (const question of DEMO_QUESTIONS) {
    say(`\n${styled('bold', `Q: ${question.text}`)}`)
    const body = { question: question.text, agent: 'ai_agent', source_ids: [sourceId] }
    const answer = await client.json<WireAnswer>('POST', '/dorsal/v1/answers', { body })
    say(writeAnswer(answer, systemClock.now()))
    const fault = findFault(question, answer)
    if (fault === undefined) continue
    faults++
    say(styled('red', `Not as expected: ${fault}`))
  }
  return faults
}

function invitation(url: string, { accessToken, port }: DemoConfig): string {
  const where = port === 4141 ? '' : `DORSAL_URL=${url} `
  return `
Ask more, from another terminal:

  ${where}DORSAL_ACCESS_TOKEN=${accessToken} npm run dorsal -- ask "What do I do when a page is not found?"

  curl ${url}/dorsal/v1/answers \\
    -H 'Authorization: Bearer ${accessToken}' -H 'Content-Type: application/json' \\
    -d '{"question": "How are citations made?", "agent": "ai_agent"}'

Ctrl-C ends the server; its data stays.`
}
