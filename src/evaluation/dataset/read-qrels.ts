import type { Faults } from './faults.ts'
import { readFileLines } from './read-file-lines.ts'

export interface Judgement {
  readonly line: number
  readonly question: string
  readonly page: string
  /** 0: looked at and not relevant. */
  readonly grade: number
}

const HEADER = /^query-id\tcorpus-id\tscore$/
const GRADE = /^\d{1,4}$/

/** Reads a table of relevance in the form of BEIR: a header, then question, page and grade between tabs. */
export async function readQrels(file: string, faults: Faults): Promise<Judgement[]> {
  const judgements: Judgement[] = []
  const faultsBefore = faults.count
  const firstLines = new Map<string, number>()
  let hasHeader = false
  for await (const { number, text } of readFileLines(file, faults)) {
    if (!hasHeader) {
      hasHeader = true
      if (HEADER.test(text)) continue
      faults.add(file, number, 'the first line must be the header query-id, corpus-id, score, with tabs between')
    }
    const [question = '', page = '', grade = '', ...more] = text.split('\t')
    if (question === '' || page === '' || more.length > 0) {
      faults.add(file, number, 'expected a question id, a page id and a score, with tabs between')
      continue
    }
    if (!GRADE.test(grade)) {
      faults.add(file, number, `the score must be a whole number from 0 to 9999, not ${JSON.stringify(grade)}`)
      continue
    }
    const pair = `${question}\t${page}`
    const first = firstLines.get(pair)
    if (first !== undefined) faults.add(file, number, `this question and page stand in line ${first} already`)
    firstLines.set(pair, first ?? number)
    judgements.push({ line: number, question, page, grade: Number(grade) })
  }
  if (judgements.length === 0 && faults.count === faultsBefore) faults.add(file, undefined, 'it holds no judgement')
  return judgements
}
