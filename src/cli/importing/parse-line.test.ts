import { expect, test } from 'vitest'
import { parseLine } from './parse-line.ts'

const UNSAID = { agent: undefined, copilot: undefined }
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const LINE = { external_id: 'a', title: 'A', html: '' }

test('fields that only the server gives are left out', () => {
  const exported = { ...LINE, id: '12', type: 'external_page', source_id: 3, created_at: 1, url: null }
  expect(parseLine(bytes(exported), UNSAID)).toEqual({
    ...LINE,
    locale: 'en',
    ai_agent_availability: true,
    ai_copilot_availability: true,
  })
})

test('the command line overrules the line, and the line overrules the default', () => {
  const line = bytes({ ...LINE, ai_agent_availability: false, fin_availability: false })
  expect(parseLine(line, UNSAID)).toMatchObject({ ai_agent_availability: false, ai_copilot_availability: false })
  expect(parseLine(line, { agent: true, copilot: true })).toMatchObject({
    ai_agent_availability: true,
    ai_copilot_availability: true,
  })
})

test.each([
  ['{', 'not valid JSON'],
  ['[]', 'not a JSON object'],
  [{ ...LINE, external_id: undefined }, 'external_id is missing'],
  [{ ...LINE, external_id: 7 }, 'external_id must be a string'],
  [{ ...LINE, title: '' }, 'title must not be empty'],
  [{ ...LINE, url: '/relative' }, 'url must be an http or https URL'],
  [{ ...LINE, ai_agent_availability: 'yes' }, 'ai_agent_availability must be a boolean'],
])('%j is refused: %s', (line, reason) => {
  expect(() => parseLine(bytes(line), UNSAID)).toThrow(reason)
})

test('bytes that are no UTF-8 are refused', () => {
  expect(() => parseLine(Buffer.from([0x22, 0xff, 0x22]), UNSAID)).toThrow('not valid UTF-8')
})
