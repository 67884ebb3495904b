import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { ConfigError } from '../app/config.ts'
import { ApiError, UnreachableError } from './api-client.ts'
import { UsageError } from './command.ts'
import { explainFailure, explainMisuse } from './explain-failure.ts'

function caught(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('an expected failure is told in its own words', () => {
  expect(explainFailure(new ConfigError('PORT must be a number'))).toBe('PORT must be a number')
  expect(explainFailure(new UnreachableError('nobody there'))).toBe('nobody there')
})

test('a refused token names the ways to give another', () => {
  const error = new ApiError('Access Token Invalid', { origin: 'http://here', status: 401 })
  expect(explainFailure(error)).toMatch(/http:\/\/here refused the access token.*--token.*DORSAL_ACCESS_TOKEN/)
})

test('a port in use names the setting', () => {
  const error = Object.assign(new Error('listen'), { code: 'EADDRINUSE', address: '127.0.0.1', port: 4141 })
  expect(explainFailure(error)).toBe('127.0.0.1:4141 is in use; stop the other program, or set PORT to another port')
})

test('a database that refuses every address is found inside the AggregateError', () => {
  const inner = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  expect(explainFailure(new Error('outer', { cause: new AggregateError([inner]) }))).toContain('DATABASE_URL')
})

test('a bug is explained by nobody', () => {
  expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined()
  expect(explainMisuse(new TypeError('x is not a function'))).toBeUndefined()
})

test('wrong arguments are told in one short sentence', () => {
  const unknown = caught(() => parseArgs({ args: ['--bogus'], allowPositionals: true, options: {} }))
  expect(explainMisuse(unknown)).toBe("unknown option '--bogus'")
  expect(explainMisuse(new UsageError('question is missing'))).toBe('question is missing')
})
