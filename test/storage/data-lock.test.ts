import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DataDirectoryLockedError, lockDataDirectory } from '../../src/db/embedded/data-lock.ts'
import { copyDataTemplate } from '../support/data-template.ts'
import { ServerProcess } from '../support/server-process.ts'

const holder = join(import.meta.dirname, 'lock-holder.ts')

describe('the lock of a data directory', () => {
  let dataDir: string
  let children: ChildProcess[]
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'dorsal-lock-'))
    children = []
  })
  afterEach(async () => {
    await Promise.all(children.map((child) => kill(child)))
    rmSync(dataDir, { recursive: true, force: true })
  })

  const lock = () => lockDataDirectory(dataDir, () => {})
  const file = () => join(dataDir, 'dorsal.lock')

  /** A process that waits for a word before it takes the lock. */
  async function contender(): Promise<ChildProcess> {
    const child = fork(holder, [dataDir], { execArgv: ['--disable-warning=ExperimentalWarning'] })
    children.push(child)
    await once(child, 'message')
    return child
  }

  async function tryToLock(child: ChildProcess): Promise<string> {
    const answer = once(child, 'message')
    child.send('lock')
    return String((await answer)[0])
  }

  test('keeps a second one out, and says who holds it', () => {
    const unlock = lock()
    expect(lock).toThrow(DataDirectoryLockedError)
    expect(lock).toThrow(`${dataDir} is in use by process ${process.pid}; stop it first`)
    unlock()
    lock()()
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('keeps another process out while its holder lives, and lets it in after kill -9', async () => {
    const [first, second] = [await contender(), await contender()]
    expect(await tryToLock(first)).toBe('locked')
    expect(await tryToLock(second)).toContain(`is in use by process ${first.pid}`)
    await kill(first)
    expect(await tryToLock(second)).toBe('locked')
  })

  test('a process that got the number of the dead holder does not count', async () => {
    const other = await contender()
    writeLock({ pid: other.pid, startedAt: 'another boot:1' })
    const unlock = lock()
    expect(JSON.parse(readFileSync(file(), 'utf8')).pid).toBe(process.pid)
    unlock()
  })

  test('a living process of the same start does count', async () => {
    const other = await contender()
    await tryToLock(other)
    const written = JSON.parse(readFileSync(file(), 'utf8'))
    expect(written).toMatchObject({ pid: other.pid, host: hostname() })
    writeLock({ pid: other.pid, startedAt: written.startedAt })
    expect(lock).toThrow(DataDirectoryLockedError)
  })

  test('another host counts as long as its heart beats', () => {
    writeLock({ pid: 1, host: 'another-host', startedAt: null })
    expect(lock).toThrow('is in use by process 1 on host another-host')
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(file(), longAgo, longAgo)
    lock()()
  })

  test.each(['', '{"pid":', 'null', '[]', '{"pid":"1"}'])('the remains %j of a lock keep nobody out', (remains) => {
    writeFileSync(file(), remains)
    lock()()
    expect(existsSync(file())).toBe(false)
  })

  test('of many that find a dead holder exactly one gets in', { timeout: 120_000 }, async () => {
    const all = await Promise.all(Array.from({ length: 6 }, contender))
    for (let round = 0; round < 25; round++) {
      writeLock({ pid: 2 ** 22 + 1, startedAt: `gone:${round}` })
      // A contender that died while it took over leaves its claim behind.
      if (round % 5 === 4) await leaveDeadClaim()
      const answers = await Promise.all(all.map((child) => tryToLock(child)))
      expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1)
      for (const answer of answers) expect(answer).toMatch(/^locked$|is in use by process \d+/)
      const winner = all[answers.indexOf('locked')]
      expect(JSON.parse(readFileSync(file(), 'utf8')).pid).toBe(winner?.pid)
      await tellToUnlock(winner)
      expect(readdirSync(dataDir)).toEqual([])
    }
  })

  async function tellToUnlock(child: ChildProcess | undefined): Promise<void> {
    if (child === undefined) return
    const answer = once(child, 'message')
    child.send('unlock')
    await answer
  }

  /** What is left when a process dies between claiming a dead holder's lock and replacing it. */
  async function leaveDeadClaim(): Promise<void> {
    const { createHash } = await import('node:crypto')
    const raw = readFileSync(file(), 'utf8')
    const claim = `${file()}.${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`
    writeFileSync(claim, JSON.stringify({ pid: 2 ** 22 + 2, host: hostname(), startedAt: 'gone', nonce: 'c' }))
  }

  function writeLock(fields: object): void {
    writeFileSync(file(), JSON.stringify({ host: hostname(), nonce: 'n', ...fields }))
  }
})

test('a second server on the same directory is refused in words and leaves the first alone', async () => {
  const dataDir = await copyDataTemplate()
  try {
    await using first = await ServerProcess.start({ DORSAL_DATA_DIR: dataDir })
    await using second = new ServerProcess({ DORSAL_DATA_DIR: dataDir })
    const { code, stderr } = await second.ended()
    expect(code).toBe(1)
    expect(stderr).toContain(`${dataDir} is in use by process ${first.pid}; stop it first`)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
