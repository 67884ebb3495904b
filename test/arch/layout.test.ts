import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findViolations, readSources, type SourceFile, type Violation } from './import-graph.ts'

const files = readSources(join(import.meta.dirname, '..', '..', 'src'))

describe('the layout of src', () => {
  test('is all there to be checked', () => {
    for (const { path } of files) expect(existsSync(join(import.meta.dirname, '..', '..', 'src', path))).toBe(true)
    expect(files.map(({ path }) => path)).toContain('main.ts')
    expect(files.length).toBeGreaterThan(80)
  })

  test('keeps its rules', () => {
    expect(findViolations(files)).toEqual([])
  })
})

describe('a planted violation is found', () => {
  const planted: [string, SourceFile[], Pick<Violation, 'rule' | 'path'>[]][] = [
    ['a wrong direction', [plant('kernel/planted.ts', `import '../db/index.ts'`)], [direction('kernel/planted.ts')]],
    [
      'a wrong direction of a type',
      [plant('db/planted.ts', `import type { App } from '../library/index.ts'`)],
      [direction('db/planted.ts')],
    ],
    [
      'a wrong direction by re-export',
      [plant('http/planted.ts', `export * from '../library/index.ts'`)],
      [direction('http/planted.ts')],
    ],
    [
      'a wrong direction by dynamic import',
      [plant('outbound/planted.ts', `await import('../kernel/index.ts')`)],
      [direction('outbound/planted.ts')],
    ],
    [
      'a wrong direction by type expression',
      [plant('jobs/planted.ts', `type A = import('../library/index.ts').Sources`)],
      [direction('jobs/planted.ts')],
    ],
    [
      'a module that nobody has placed',
      [plant('planted/a.ts', `import '../kernel/index.ts'`)],
      [direction('planted/a.ts')],
    ],
    [
      'a back entrance',
      [plant('library/planted.ts', `import '../db/database.ts'`)],
      [{ rule: 'entrance', path: 'library/planted.ts' }],
    ],
    [
      'a cycle of types',
      [
        plant('kernel/planted-a.ts', `import type { B } from './planted-b.ts'`),
        plant('kernel/planted-b.ts', `export type { A } from './planted-a.ts'`),
      ],
      [{ rule: 'cycle', path: 'kernel/planted-a.ts' }],
    ],
    ['a long file', [plant('kernel/planted.ts', '\n'.repeat(500))], [{ rule: 'length', path: 'kernel/planted.ts' }]],
    ['a name without meaning', [plant('kernel/utils.ts', '')], [{ rule: 'name', path: 'kernel/utils.ts' }]],
    [
      'a folder without meaning',
      [plant('kernel/helpers/planted.ts', '')],
      [{ rule: 'name', path: 'kernel/helpers/planted.ts' }],
    ],
    [
      'the environment',
      [plant('db/planted.ts', `export const a = process.env['A']`)],
      [{ rule: 'environment', path: 'db/planted.ts' }],
    ],
    [
      'the environment, taken apart',
      [plant('db/planted.ts', `const { env } = process`)],
      [{ rule: 'environment', path: 'db/planted.ts' }],
    ],
    [
      'a file that is not there',
      [plant('db/planted.ts', `import './nowhere.ts'`)],
      [{ rule: 'unresolved', path: 'db/planted.ts' }],
    ],
  ]

  test.each(planted)('%s', (_name, extra, expected) => {
    const known = new Set(findViolations(files).map((violation) => JSON.stringify(violation)))
    const found = findViolations([...files, ...extra]).filter((violation) => !known.has(JSON.stringify(violation)))
    expect(found.map(({ rule, path }) => ({ rule, path }))).toEqual(expected)
  })
})

function plant(path: string, text: string): SourceFile {
  return { path, text }
}

function direction(path: string): Pick<Violation, 'rule' | 'path'> {
  return { rule: 'direction', path }
}
