import { expect, test } from 'vitest'
import { connect, findToken } from './connection-options.ts'

test('the option wins over Dorsal, and Dorsal over Intercom', () => {
  const env = { DORSAL_ACCESS_TOKEN: 'dorsal', INTERCOM_ACCESS_TOKEN: 'intercom' }
  expect(findToken({ token: 'given' }, env)).toBe('given')
  expect(findToken({}, env)).toBe('dorsal')
  expect(findToken({}, { ...env, DORSAL_ACCESS_TOKEN: '' })).toBe('intercom')
})

test('the server is the option, then DORSAL_URL, then the local one, without a trailing slash', () => {
  const token = 'token-of-test'
  expect(connect({ token, url: 'https://a.example/x/' }, { DORSAL_URL: 'http://b.example' }).baseUrl).toBe(
    'https://a.example/x',
  )
  expect(connect({ token }, { DORSAL_URL: 'http://b.example' }).baseUrl).toBe('http://b.example')
  expect(connect({ token }, {}).baseUrl).toBe('http://127.0.0.1:4141')
})

test('a missing token and a URL that is none are told', () => {
  expect(() => connect({}, {})).toThrow(/no access token/)
  expect(() => connect({ token: 'token-of-test', url: 'localhost:4141' }, {})).toThrow(/http/)
})
