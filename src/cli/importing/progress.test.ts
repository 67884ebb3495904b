import { expect, test } from 'vitest'
import { Progress } from './progress.ts'

const TOTALS = { created: 30, updated: 10, unchanged: 9, failed: 1 }

function recorder(isTTY: boolean) {
  const written: string[] = []
  return { written, isTTY, columns: 60, write: (text: string) => written.push(text) }
}

test('without a terminal there is a line every five seconds', () => {
  let now = 0
  const output = recorder(false)
  const progress = new Progress(output, 100, () => now)
  for (now = 1_000; now <= 12_000; now += 1_000) progress.update(TOTALS)
  expect(output.written).toEqual([
    '50 of 100 pages, 1 failed, 10 a second\n',
    '50 of 100 pages, 1 failed, 5 a second\n',
  ])
})

test('a terminal gets a bar that is redrawn, not longer than the terminal is wide', () => {
  let now = 0
  const output = recorder(true)
  const progress = new Progress(output, 100, () => now)
  now = 500
  progress.update(TOTALS)
  now = 550
  progress.update(TOTALS)
  expect(output.written).toHaveLength(1)
  expect(output.written[0]).toContain(`[${'='.repeat(12)}${' '.repeat(12)}] 50 of 100`)
  expect(output.written[0]?.length).toBeLessThanOrEqual(60 + 4)
  progress.clear()
  progress.clear()
  expect(output.written).toHaveLength(2)
})

test('no bar is drawn while the number of pages is unknown', () => {
  let now = 0
  const output = recorder(true)
  const progress = new Progress(output, undefined, () => now)
  now = 1_000
  progress.update(TOTALS)
  expect(output.written[0]).toContain('50 pages, 1 failed, 50 a second')
  expect(output.written[0]).not.toContain('==')
})

test('the summary counts every end and the time', () => {
  let now = 0
  const progress = new Progress(recorder(false), 50, () => now)
  now = 3_210
  expect(progress.summary(TOTALS)).toBe('30 created, 10 updated, 9 unchanged, 1 failed in 3.2 s')
})
