import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultStatePath, StateFile } from './state-file.ts'

const IDENTITY = { baseUrl: 'http://here', sourceId: 3, sourceCreatedAt: 1_700_000_000, path: '/pages' }

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dorsal-state-'))
  file = join(folder, 'below', 'state.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was added is there at the next opening, the newest content of a page alone', () => {
  using first = StateFile.open(file, IDENTITY, { fresh: false })
  first.add('a', 'one')
  first.add('b', 'one')
  first.add('a', 'two')
  // Opened while the first one is still open: a killed run closes nothing.
  using second = StateFile.open(file, IDENTITY, { fresh: false })
  expect(second.has('a', 'one')).toBe(false)
  expect(second.has('a', 'two')).toBe(true)
  expect(second.has('b', 'one')).toBe(true)
  expect(second.knows('c')).toBe(false)
})

test('a record that a crash cut short is forgotten, and what follows it is not', () => {
  {
    using state = StateFile.open(file, IDENTITY, { fresh: false })
    state.add('a', 'one')
  }
  appendFileSync(file, '["b","on')
  {
    using state = StateFile.open(file, IDENTITY, { fresh: false })
    expect(state.knows('b')).toBe(false)
    state.add('c', 'one')
  }
  using state = StateFile.open(file, IDENTITY, { fresh: false })
  expect(state.has('a', 'one')).toBe(true)
  expect(state.has('c', 'one')).toBe(true)
})

test.each([
  ['a source that was made anew', { ...IDENTITY, sourceCreatedAt: 1_800_000_000 }, false],
  ['--fresh', IDENTITY, true],
])('%s starts with nothing', (_what, identity, fresh) => {
  {
    using state = StateFile.open(file, IDENTITY, { fresh: false })
    state.add('a', 'one')
  }
  using state = StateFile.open(file, identity, { fresh })
  expect(state.knows('a')).toBe(false)
})

test('nobody else may read it', () => {
  using state = StateFile.open(file, IDENTITY, { fresh: false })
  expect(statSync(state.path).mode & 0o077).toBe(0)
})

test('each server, source and path has a file of its own below XDG_STATE_HOME', () => {
  const env = { XDG_STATE_HOME: '/state' }
  const paths = [
    IDENTITY,
    { ...IDENTITY, baseUrl: 'http://there' },
    { ...IDENTITY, sourceId: 4 },
    { ...IDENTITY, path: '/other' },
  ].map((identity) => defaultStatePath(identity, env))
  expect(new Set(paths).size).toBe(4)
  expect(paths[0]).toMatch(/^\/state\/dorsal\/import-[0-9a-f]{32}\.jsonl$/)
})
