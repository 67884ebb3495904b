import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDataset, readForeignQuestions } from './read-dataset.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dorsal-dataset-'))
  write('corpus.jsonl', '{"id":"p1","title":"One","text":"First."}\n{"id":"p2","html":"<p>Second.</p>"}\n')
  write('queries.jsonl', '{"id":"q1","text":"One?","answers":["First"]}\n{"id":"q2","text":"?","answerable":false}\n')
  write('qrels.tsv', 'query-id\tcorpus-id\tscore\nq1\tp1\t2\nq1\tp2\t0\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, text: string | Buffer): void {
  writeFileSync(join(folder, file), text)
}

/** Faults with the folder cut off. */
async function faultsOf(withPages = true): Promise<readonly string[]> {
  const reading = await readDataset(folder, { withPages })
  return reading.kind === 'read' ? [] : reading.faults.map((fault) => fault.replace(`${folder}/`, ''))
}

test('a dataset is its questions, pages and grades; a question is answerable unless it says otherwise', async () => {
  const reading = await readDataset(folder, { withPages: true })
  expect(reading).toMatchObject({
    kind: 'read',
    dataset: {
      name: basename(folder),
      questions: [
        { id: 'q1', answers: ['First'], isAnswerable: true, history: [] },
        { id: 'q2', answers: [], isAnswerable: false },
      ],
      relevance: new Map([
        [
          'q1',
          new Map([
            ['p1', 2],
            ['p2', 0],
          ]),
        ],
      ]),
      pages: [
        { id: 'p1', origin: `${join(folder, 'corpus.jsonl')}:1` },
        { id: 'p2', html: '<p>Second.</p>' },
      ],
      notes: [],
    },
  })
})

test('Windows line ends, a byte order mark and blank lines do no harm', async () => {
  write('qrels.tsv', '\uFEFFquery-id\tcorpus-id\tscore\r\n\r\nq1\tp1\t1\r\n')
  write('queries.jsonl', '\uFEFF{"id":"q1","text":"One?"}\r\n\r\n')
  expect(await faultsOf()).toEqual([])
})

test('every missing file is named', async () => {
  folder = join(folder, 'nowhere')
  expect(await faultsOf()).toEqual([
    'corpus.jsonl: there is no such file',
    'queries.jsonl: there is no such file',
    'qrels.tsv: there is no such file',
  ])
})

test('without the need of pages there may be none, and grades may name any', async () => {
  rmSync(join(folder, 'corpus.jsonl'))
  write('qrels.tsv', 'query-id\tcorpus-id\tscore\nq1\tanything\t1\n')
  expect(await faultsOf(false)).toEqual([])
})

test('faults of lines name file and line', async () => {
  const long = 'x'.repeat(2_001)
  write(
    'queries.jsonl',
    Buffer.concat([
      Buffer.from('{"id":"q1","text":"One?"}\n{"id":"q1","text":"Again?"}\n{"id":"q2"\n[]\n{"id":"q3"}\n'),
      Buffer.from(`{"id":"q4","text":"${long}"}\n{"id":"q5","text":"?","history":[{"role":"bot","text":"x"}]}\n`),
      Buffer.from('{"id":"q6","text":"  "}\n'),
      Buffer.from([0xff, 0x0a]),
    ]),
  )
  write('corpus.jsonl', '{"id":"p1","text":"First."}\n{"id":"p2","title":"Nothing to read"}\n')
  write('qrels.tsv', 'q1\tp1\t1\nq1\tp2\tyes\nq1\tp1\nq1\tp1\t1\nq1\tp9\t1\n')
  expect(await faultsOf()).toEqual([
    'corpus.jsonl:2: needs html or text',
    'queries.jsonl:2: the id "q1" stands in line 1 already',
    'queries.jsonl:3: not valid JSON',
    'queries.jsonl:4: must be object',
    'queries.jsonl:5: lacks text',
    'queries.jsonl:6: text must not have more than 2000 characters',
    'queries.jsonl:7: history.0.role must be one of user, agent',
    'queries.jsonl:8: text must not be blank',
    'queries.jsonl:9: not valid UTF-8',
    'qrels.tsv:1: the first line must be the header query-id, corpus-id, score, with tabs between',
    'qrels.tsv:2: the score must be a whole number from 0 to 9999, not "yes"',
    'qrels.tsv:3: the score must be a whole number from 0 to 9999, not ""',
    'qrels.tsv:4: this question and page stand in line 1 already',
    'qrels.tsv:5: corpus.jsonl has no page "p9"',
  ])
})

test('empty files are faults', async () => {
  for (const file of ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv']) write(file, '\n')
  expect(await faultsOf()).toEqual([
    'corpus.jsonl: it is empty',
    'queries.jsonl: it is empty',
    'qrels.tsv: it holds no judgement',
  ])
})

test('of very many faults the first are told', async () => {
  write('queries.jsonl', '{}\n'.repeat(50))
  const faults = await faultsOf()
  expect(faults).toHaveLength(21)
  expect(faults.at(-1)).toMatch(/^and \d+ more faults$/)
})

test('grades of questions that are not asked are noted, but not when all are', async () => {
  write('qrels.tsv', 'query-id\tcorpus-id\tscore\nq9\tp1\t1\nq1\tp1\t1\n')
  expect(await readDataset(folder, { withPages: true })).toMatchObject({
    dataset: { notes: [expect.stringContaining('qrels.tsv:2: judgements left out')] },
  })
  write('qrels.tsv', 'query-id\tcorpus-id\tscore\nq9\tp1\t1\n')
  expect(await faultsOf()).toEqual([expect.stringContaining('qrels.tsv:2: queries.jsonl has no question "q9"')])
})

test('a dataset without any relevant page is a fault, one without answerable questions is none', async () => {
  write('queries.jsonl', '{"id":"q1","text":"One?"}\n')
  write('qrels.tsv', 'query-id\tcorpus-id\tscore\nq1\tp1\t0\n')
  expect(await faultsOf()).toEqual(['qrels.tsv: no question has a relevant page'])
  write('queries.jsonl', '{"id":"q1","text":"One?","answerable":false}\n')
  expect(await faultsOf()).toEqual([])
})

test('foreign questions need no pages, but one that has an answer', async () => {
  rmSync(join(folder, 'corpus.jsonl'))
  rmSync(join(folder, 'qrels.tsv'))
  expect(await readForeignQuestions(folder)).toMatchObject({ kind: 'read', name: basename(folder) })
  write('queries.jsonl', '{"id":"q1","text":"One?","answerable":false}\n')
  expect(await readForeignQuestions(folder)).toMatchObject({ kind: 'faulty' })
})
