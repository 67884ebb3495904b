import type { Static, TSchema } from 'typebox'
import { describeFault } from './describe-fault.ts'
import type { Faults } from './faults.ts'
import { readFileLines } from './read-file-lines.ts'

/** A line that is what the schema says; `number` counts from 1. */
export interface JsonLine<T> {
  readonly number: number
  readonly value: T
}

/** Reads a file of one JSON object a line, each with an `id` of its own. A line that is none is a fault. */
export async function readJsonl<S extends TSchema>(
  file: string,
  schema: S,
  faults: Faults,
): Promise<JsonLine<Static<S>>[]> {
  const lines: JsonLine<Static<S>>[] = []
  const faultsBefore = faults.count
  const firstLines = new Map<string, number>()
  for await (const { number, text } of readFileLines(file, faults)) {
    const value = parse(text)
    const fault = value === undefined ? 'not valid JSON' : describeFault(schema, value)
    if (fault !== undefined) {
      faults.add(file, number, fault)
      continue
    }
    const { id } = value as { id: string }
    const first = firstLines.get(id)
    if (first !== undefined) faults.add(file, number, `the id ${JSON.stringify(id)} stands in line ${first} already`)
    firstLines.set(id, first ?? number)
    lines.push({ number, value: value as Static<S> })
  }
  if (lines.length === 0 && faults.count === faultsBefore) faults.add(file, undefined, 'it is empty')
  return lines
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told by the caller, with the line
  }
}
