import { expect, test } from 'vitest'
import { atLeast, parseVersion, requireVersion } from './api-version.ts'

test('no version means 2.14', () => {
  for (const header of [undefined, '']) {
    expect(atLeast(parseVersion(header), '2.14')).toBe(true)
    expect(atLeast(parseVersion(header), '2.15')).toBe(false)
  }
})

test('versions are ordered by their numbers, not by their spelling', () => {
  const order = ['1.0', '1.4', '2.0', '2.2', '2.9', '2.10', '2.14', '2.17', 'Preview']
  const ranks = order.map(parseVersion)
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(new Set(ranks).size).toBe(order.length)
  expect(parseVersion('Unstable')).toBe(parseVersion('Preview'))
})

test('unknown versions, and operations younger than the version, are refused', () => {
  for (const header of ['2.18', '1.5', '3.0', ' 2.14', '2.14 ', 'unstable', '__proto__']) {
    expect(() => parseVersion(header), header).toThrow('The requested version could not be found')
  }
  expect(() => requireVersion(parseVersion('2.11'), '2.12')).toThrow('not available in current API version')
  expect(() => requireVersion(parseVersion('2.12'), '2.12')).not.toThrow()
})
