import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES } from './languages.ts'

test('the document names the languages that the agent speaks', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'conversations.md'), 'utf8')
  const [, count, list = ''] = /In\s(\d+) languages .*?sentences: (.*?)\. In other languages/s.exec(text) ?? []
  const nameOf = new Intl.DisplayNames('en', { type: 'language' })
  // These have newer names that fewer people know.
  const known: Record<string, string> = { bn: 'Bengali', tl: 'Tagalog' }
  const names = Object.keys(LANGUAGES).map((code) => known[code] ?? nameOf.of(code))
  expect(list.replaceAll(/\s+/g, ' ').split(/, | and /)).toEqual(names.toSorted())
  expect(Number(count)).toBe(names.length)
})
