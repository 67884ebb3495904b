import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('a bad entry among the hosts that may be reached is named', () => {
  expect(readConfig({}).outgoingAllow).toEqual([])
  expect(readConfig({ DORSAL_OUTGOING_ALLOW: 'a.internal, 10.0.0.0/8:8443' }).outgoingAllow).toHaveLength(2)
  const read = () => readConfig({ DORSAL_OUTGOING_ALLOW: 'a.internal, 10.0.0.0/88', PORT: 'x' })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(/PORT.*\n?.*DORSAL_OUTGOING_ALLOW.*"10\.0\.0\.0\/88"/s)
})

test('the test kit is off unless it is switched on in so many words', () => {
  const read = (value?: string) => readConfig({ DORSAL_TEST_KIT: value }).testKit
  expect([undefined, '', '0', 'false'].map(read)).toEqual([false, false, false, false])
  expect(['1', 'true'].map(read)).toEqual([true, true])
  expect(() => read('yes')).toThrow('DORSAL_TEST_KIT must be one of 1, true, 0, false, not "yes"')
})

test('a time zone is one that the world knows', () => {
  const read = (value?: string) => readConfig({ DORSAL_TIME_ZONE: value }).timeZone
  expect([undefined, '', 'UTC', 'Europe/Berlin'].map(read)).toEqual(['UTC', 'UTC', 'UTC', 'Europe/Berlin'])
  for (const bad of ['Mars/Olympus', "UTC'; drop table page; --"])
    expect(() => read(bad), bad).toThrow('DORSAL_TIME_ZONE')
})

test('the model is an endpoint, a folder, the packaged one or none', () => {
  const read = (env: Record<string, string>) => readConfig(env).models
  const [baseUrl, model] = ['http://127.0.0.1:1/v1', 'm']
  expect(read({}).embedding).toEqual({ kind: 'packaged' })
  expect(read({ DORSAL_EMBEDDING_MODEL: 'none' }).embedding).toBeUndefined()
  expect(read({ DORSAL_EMBEDDING_FOLDER: '/m' }).embedding).toEqual({ kind: 'folder', folder: '/m' })
  const endpoint = { DORSAL_EMBEDDING_BASE_URL: `${baseUrl}/`, DORSAL_EMBEDDING_MODEL: model }
  expect(read(endpoint).embedding).toEqual({ kind: 'endpoint', baseUrl, model, dimensions: null })
  expect(read({ DORSAL_RERANKER_FOLDER: '/r' }).reranker).toEqual({ kind: 'folder', folder: '/r' })
  expect(read({}).embeddingSwap).toBe('auto')
})

test.each([
  [{ BASE_URL: 'http://a.example', MODEL: 'm', FOLDER: '/m' }, /EMBEDDING_BASE_URL and DORSAL_EMBEDDING_FOLDER/],
  [{ MODEL: 'none', FOLDER: '/m' }, /MODEL is none, but DORSAL_EMBEDDING_FOLDER/],
  [{ MODEL: 'none', BASE_URL: 'http://a.example' }, /MODEL is none, but DORSAL_EMBEDDING_BASE_URL/],
  [{ MODEL: 'm' }, /BASE_URL is needed beside DORSAL_EMBEDDING_MODEL/],
  [{ BASE_URL: 'http://a.example' }, /MODEL is needed beside DORSAL_EMBEDDING_BASE_URL/],
  [{ FOLDER: '/m', DIMENSIONS: '8' }, /BASE_URL is needed beside DORSAL_EMBEDDING_DIMENSIONS/],
  [{ BASE_URL: 'ftp://a.example', MODEL: 'm' }, /EMBEDDING_BASE_URL must be an http or https URL/],
  [{ SWAP: 'never' }, /EMBEDDING_SWAP must be one of auto, manual/],
])('settings of embedding that contradict each other are named: %j', (settings, expected) => {
  const env = Object.entries(settings).map(([name, value]) => [`DORSAL_EMBEDDING_${name}`, value])
  expect(() => readConfig(Object.fromEntries(env))).toThrow(expected)
})

test('a model needs its address and its name, and a price has two sides', () => {
  const whole = { DORSAL_LLM_BASE_URL: 'http://127.0.0.1:11434/v1/', DORSAL_LLM_MODEL: 'llama3.1' }
  const model = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'llama3.1', apiKey: undefined, prices: undefined }
  expect(readConfig({}).model).toBeUndefined()
  expect(readConfig(whole).model).toEqual(model)
  const priced = { ...whole, DORSAL_LLM_INPUT_PRICE: '0.15', DORSAL_LLM_OUTPUT_PRICE: '0' }
  expect(readConfig(priced).model).toEqual({ ...model, prices: { input: 0.15, output: 0 } })
  const bad: [Record<string, string>, string][] = [
    [{ DORSAL_LLM_MODEL: 'x' }, 'DORSAL_LLM_BASE_URL is needed beside DORSAL_LLM_MODEL'],
    [{ DORSAL_LLM_BASE_URL: 'http://a' }, 'DORSAL_LLM_MODEL is needed beside DORSAL_LLM_BASE_URL'],
    [{ ...whole, DORSAL_LLM_BASE_URL: 'ollama' }, 'DORSAL_LLM_BASE_URL must be an http or https URL, not "ollama"'],
    [{ ...priced, DORSAL_LLM_INPUT_PRICE: '-1' }, 'DORSAL_LLM_INPUT_PRICE must be a price such as 0.15, not "-1"'],
    [{ DORSAL_LLM_INPUT_PRICE: '1' }, 'DORSAL_LLM_OUTPUT_PRICE is needed beside DORSAL_LLM_INPUT_PRICE'],
  ]
  for (const [env, message] of bad) expect(() => readConfig(env)).toThrow(message)
})
