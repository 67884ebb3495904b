import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeComparison } from '../rendering/write-comparison.ts'
import { readRun } from '../run/read-run.ts'
import { RUN_VERSION, type AskedQuestion, type Run } from '../run/run-schema.ts'
import { writeRun } from '../run/write-run.ts'
import { compareRuns } from './compare-runs.ts'
import { findMismatch, listChangedSettings } from './find-mismatch.ts'
import { DEFAULT_GATE, findGateFailures } from './gate.ts'

function aRun(...questions: AskedQuestion[]): Run {
  return {
    version: RUN_VERSION,
    date: '2026-01-31T09:00:00.000Z',
    dataset: 'own',
    settings: { agent: 'ai_agent' },
    server: {},
    metrics: {},
    latency_ms: {},
    curve: [],
    questions,
  }
}

interface Fields extends Partial<AskedQuestion> {
  /** External ids of the cited pages; undefined: refused. */
  readonly cites?: readonly string[]
  readonly says?: string
  readonly found?: readonly string[]
}

function asked(id: string, { cites, says = 'As the page says.', found, ...fields }: Fields = {}): AskedQuestion {
  const citations = (cites ?? []).map((page) => ({ page_id: '7', external_id: page, quote: says, is_valid: true }))
  const status = cites === undefined ? 'refused' : 'answered'
  return {
    dataset: 'own',
    id,
    kind: 'answerable',
    text: `${id}?`,
    history_turns: 0,
    relevant: ['gold'],
    ...(found === undefined
      ? {}
      : { search: { results: found.map((page) => ({ external_id: page, score: 1 })), took_ms: 1 } }),
    answer: { status, mode: 'extractive', text: cites === undefined ? '' : says, confidence: 1, citations, took_ms: 1 },
    measures: { answer_rate: [cites === undefined ? 0 : 1, 1] },
    ...fields,
  }
}

const ids = (changes: readonly { readonly question: AskedQuestion }[]) => changes.map(({ question }) => question.id)

test('equal runs differ in nothing and pass the gate', () => {
  const run = aRun(asked('q1', { cites: ['gold'], found: ['gold'] }), asked('q2'))
  const comparison = compareRuns(run, run)
  expect(comparison).toMatchObject({
    compared: 2,
    newRefusals: [],
    lostCitations: [],
    lostRanks: [],
    changedAnswers: [],
  })
  expect(comparison.metrics).toMatchObject([{ metric: 'answer_rate', difference: { value: 0, low: 0, high: 0 } }])
  expect(
    findGateFailures(comparison, { ...DEFAULT_GATE, maxChanged: 0, maxDrops: new Map([['answer_rate', 0]]) }),
  ).toEqual([])
})

test('each kind of change is listed once, where it belongs', () => {
  const before = aRun(
    asked('refused-now', { cites: ['gold'] }),
    asked('answered-now'),
    asked('lost', { cites: ['gold', 'a', 'a'] }),
    asked('reworded', { cites: ['gold'] }),
    asked('made-up', { kind: 'unanswerable' }),
    asked('rightly-refused', { kind: 'unanswerable', cites: ['gold'] }),
    asked('other-product', { kind: 'foreign', dataset: 'theirs' }),
  )
  const now = aRun(
    asked('refused-now'),
    asked('answered-now', { cites: ['gold'] }),
    asked('lost', { cites: ['b', 'gold'] }),
    asked('reworded', { cites: ['gold'], says: 'In other words.' }),
    asked('made-up', { kind: 'unanswerable', cites: ['gold'] }),
    asked('rightly-refused', { kind: 'unanswerable' }),
    asked('other-product', { kind: 'foreign', dataset: 'theirs', cites: ['gold'] }),
  )
  const comparison = compareRuns(before, now)
  expect(ids(comparison.newRefusals)).toEqual(['refused-now'])
  expect(ids(comparison.wrongAnswers)).toEqual(['made-up', 'other-product'])
  expect(comparison.lostCitations.map(({ question, page, isRelevant }) => [question.id, page, isRelevant])).toEqual([
    ['lost', 'a', false],
  ])
  expect(ids(comparison.changedAnswers)).toEqual(['reworded'])
  expect(comparison.gains).toEqual({ answers: 1, refusals: 1 })
  expect(findGateFailures(comparison, DEFAULT_GATE)).toEqual([
    'new refusals: 1, at most 0 allowed',
    'new answers to questions without one: 2, at most 0 allowed',
    'lost citations: 1, at most 0 allowed',
  ])
  const allowed = { ...DEFAULT_GATE, maxNewRefusals: 1, maxWrongAnswers: 2, maxLostCitations: 1 }
  expect(findGateFailures(comparison, allowed)).toEqual([])
  expect(findGateFailures(comparison, { ...allowed, maxChanged: 0 })).toHaveLength(1)
})

test('a relevant page that leaves the first five is told with its places', () => {
  const before = aRun(
    asked('gone', { found: ['x', 'gold'] }),
    asked('down', { found: ['gold', 'a', 'b', 'c', 'd', 'e'] }),
    asked('still', { found: ['gold'] }),
    asked('never', { found: ['a', 'b', 'c', 'd', 'e', 'gold'] }),
  )
  const now = aRun(
    asked('gone', { found: ['x'] }),
    asked('down', { found: ['a', 'b', 'c', 'd', 'e', 'gold'] }),
    asked('still', { found: ['a', 'b', 'c', 'd', 'gold'] }),
    asked('never', { found: [] }),
  )
  const { lostRanks } = compareRuns(before, now)
  expect(lostRanks.map(({ question, page, before: was, now: is }) => [question.id, page, was, is])).toEqual([
    ['gone', 'gold', 2, undefined],
    ['down', 'gold', 1, 6],
  ])
})

test('a question with other words is another question', () => {
  const before = aRun(asked('q1', { cites: ['gold'] }), asked('q2'))
  const now = aRun(asked('q1', { text: 'Something else?' }), asked('q2'))
  expect(compareRuns(before, now)).toMatchObject({ compared: 1, onlyBefore: 1, onlyNow: 1, newRefusals: [] })
})

test('a drop fails the gate only beyond what is allowed, and so does a metric that was not measured', () => {
  const before = aRun(...['a', 'b', 'c', 'd'].map((id) => asked(id, { cites: ['gold'] })))
  const now = aRun(...['a', 'b', 'c', 'd'].map((id) => asked(id, id === 'a' ? {} : { cites: ['gold'] })))
  const comparison = compareRuns(before, now)
  const failures = (metric: string, most: number) =>
    findGateFailures(comparison, { ...DEFAULT_GATE, maxNewRefusals: 9, maxDrops: new Map([[metric, most]]) })
  expect(failures('answer_rate', 0.25)).toEqual([])
  expect(failures('answer_rate', 0.24)).toEqual(['answer_rate: 1.000 -> 0.750, a drop of at most 0.24 allowed'])
  expect(failures('hit@5', 1)).toEqual(['hit@5: not measured in both runs'])
})

test('runs that share no question, or lack a part, are not compared', () => {
  const run = aRun(asked('q1', { found: [] }))
  const { answer: _answer, ...searched } = asked('q1', { found: [] })
  expect(findMismatch(run, run)).toBeUndefined()
  expect(findMismatch(run, aRun(searched))).toBeUndefined()
  expect(findMismatch(aRun(searched), run)).toContain('--only search')
  expect(findMismatch(run, aRun(asked('q2')))).toContain('no question in common')
  expect(listChangedSettings(run, { ...run, settings: { agent: 'ai_copilot', limit: 5 } })).toEqual([
    'agent: "ai_agent" -> "ai_copilot"',
    'limit: unset -> 5',
  ])
})

test('the tables fit the width and take no orders from the text of pages', () => {
  const text = `\u001b[31mWhere\nis ${'very '.repeat(50)}far?`
  const before = aRun(asked('q1', { text, cites: ['gold'], says: 'x'.repeat(300) }))
  const written = writeComparison(compareRuns(before, aRun(asked('q1', { text }))), 80)
  expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(written).not.toContain('\u001b')
  expect(written).toMatch(/New refusals: 1\nquestion +before +now\n\[31mWhere is very .*… {2}x+… {2}\(refused\)\n/)
  expect(written).toContain('Lost citations: none')
})

test('a run is read as it was written; anything else is a fault that names the file and the place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dorsal-run-'))
  const file = join(folder, 'run.json')
  const fault = async (text: string) => {
    writeFileSync(file, text)
    const reading = await readRun(file)
    return reading.kind === 'faulty' ? reading.fault.replace(file, 'FILE') : undefined
  }
  try {
    const run = aRun(asked('q1', { cites: ['gold'], found: ['gold'] }))
    await writeRun(file, run)
    expect(await readRun(file)).toEqual({ kind: 'read', run })
    expect(await fault('{"version":')).toBe('FILE: not valid JSON')
    expect(await fault('null')).toBe('FILE: not a run of version 1; its version is missing')
    expect(await fault('{"version":2}')).toBe('FILE: not a run of version 1; its version is 2')
    const broken = { ...run, questions: [{ ...run.questions[0], kind: 'odd' }] }
    expect(await fault(JSON.stringify(broken))).toBe(
      'FILE: questions.0.kind must be one of answerable, unanswerable, foreign',
    )
    expect(await readRun(join(folder, 'none.json'))).toMatchObject({ kind: 'faulty' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
