import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig, type Config } from '../app/config.ts'
import { findLockHolder } from '../db/index.ts'
import { toBaseUrl } from './api-client.ts'
import { fail, ok, warn, type Finding } from './checks/check.ts'
import { checkDatabase } from './checks/check-database.ts'
import { checkDirectory } from './checks/check-directory.ts'
import { checkServer } from './checks/check-server.ts'
import { repairIndex } from './checks/repair-index.ts'
import type { Command } from './command.ts'
import { CONNECTION_OPTIONS, findToken } from './connection-options.ts'
import { printable, say, styled } from './terminal.ts'

export const doctorCommand: Command = {
  help: `
Usage: dorsal doctor [OPTIONS]

Checks the settings (environment variables, as for serve), the data directory, the database and the index, one line
each: ok, warn or fail, and what to do. Changes nothing without --repair. A server that holds the data directory is
asked instead of opening its files. Exit code 1 when a check fails.

  --repair              build the search index again and index pages that lack it (stop the server first)
  --url URL             the running server (default: DORSAL_URL, else where the settings let it listen)
  --token TOKEN         its access token (default: DORSAL_ACCESS_TOKEN, else INTERCOM_ACCESS_TOKEN)

Examples:
  dorsal doctor
  DORSAL_DATA_DIR=/var/lib/dorsal dorsal doctor
  dorsal doctor --repair
`,
  run: doctor,
}

async function doctor(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...CONNECTION_OPTIONS, repair: { type: 'boolean' } } })
  let failures = 0
  const report = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      if (finding.level === 'fail') failures++
      say(write(finding))
    }
  }
  report([checkNode(process.versions.node)])
  const config = readSettings(report)
  if (config === undefined) return 1

  const usesFiles = config.databaseUrl === undefined
  if (usesFiles) report(checkDirectory(config.dataDir))
  const holder = usesFiles ? findLockHolder(config.dataDir) : undefined
  if (holder !== undefined) {
    report([ok('lock', `process ${holder.pid} on ${holder.host} has the data directory open`)])
    if (values.repair === true) report([fail('repair', `stop process ${holder.pid} first`)])
    const url = values.url ?? process.env['DORSAL_URL'] ?? listenUrl(config)
    report(await checkServer(toBaseUrl(url), findToken(values, process.env)))
  } else if (usesFiles && !existsSync(join(config.dataDir, 'postgres'))) {
    report([warn('database', 'none yet; the first start makes it')])
  } else if (failures === 0) {
    if (values.repair === true) report([await repairIndex(config)])
    report(await checkDatabase(config))
  }
  return failures === 0 ? 0 : 1
}

function readSettings(report: (findings: Finding[]) => void): Config | undefined {
  try {
    const config = readConfig(process.env)
    report([ok('settings', `all valid; it would listen at ${listenUrl(config)}`)])
    return config
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    report(error.message.split('\n').map((problem) => fail('settings', problem)))
    return undefined
  }
}

/** Where this machine reaches a server with these settings. */
function listenUrl({ host, port }: Config): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (host === '::') return `http://[::1]:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

const MINIMUM_NODE = [22, 19] as const

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isRecent = major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])
  return isRecent ? ok('node', version) : fail('node', `${version}; install ${MINIMUM_NODE.join('.')} or newer`)
}

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red' } as const

function write({ level, subject, message }: Finding): string {
  return `${styled(COLOURS[level], level.padEnd(4))}  ${subject.padEnd(15)}  ${printable(message)}`
}
