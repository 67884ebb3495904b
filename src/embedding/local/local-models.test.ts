import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import {
  crossEncoder,
  encoder,
  ENCODER_FILES,
  tokenizer,
  writeModelFolder,
  type ModelFiles,
} from '../../../test/support/model-folder.ts'
import { ModelThread } from './model-thread.ts'
import { openLocalModel } from './open-local-model.ts'
import { openLocalReranker } from './open-local-reranker.ts'

let folder: string
const thread = new ModelThread()
const leave = thread.join()
afterAll(leave)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dorsal-model-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a text has the mean of its tokens for a vector, alone and beside longer ones', async () => {
  const model = await openEncoder()
  const [alone] = await model.embed(['cat'], 'passage')
  const [long, short] = await model.embed(['cat dog dog dog dog', 'cat'], 'passage')
  expect(short).toEqual(alone)
  // [CLS] and [SEP] are 0 in the table, cat is (1, 0), dog (0, 1).
  expect(alone).toEqual([1, 0])
  expect(rounded(long)).toEqual(direction(1, 4))
})

test('vectors come in the order of the texts, however they were put together', async () => {
  const model = await openEncoder()
  const texts = Array.from({ length: 30 }, (_, index) => `cat${' dog'.repeat((index * 7) % 6)}`)
  const vectors = await model.embed(texts, 'passage')
  texts.forEach((text, index) => expect(rounded(vectors[index])).toEqual(direction(1, text.split(' ').length - 1)))
  expect(await model.embed([], 'passage')).toEqual([])
})

test('the folder chooses the pooling', async () => {
  const inside = { '1_Pooling/config.json': { word_embedding_dimension: 2, pooling_mode_cls_token: true } }
  const first = await openEncoder({ ...inside, 'tokenizer.json': tokenizer({ frame: false }) })
  expect(await first.embed(['cat dog dog'], 'passage')).toEqual([[1, 0]])

  const last = await openEncoder({
    '1_Pooling/config.json': { pooling_mode_lasttoken: true },
    'tokenizer.json': tokenizer({ frame: false }),
  })
  expect(await last.embed(['cat cat dog', 'dog cat'], 'passage')).toEqual([
    [0, 1],
    [1, 0],
  ])
  await expect(openEncoder({ '1_Pooling/config.json': { pooling_mode_max_tokens: true } })).rejects.toThrow(
    /1_Pooling\/config\.json asks for pooling_mode_max_tokens/,
  )
})

test('queries and passages get the prefixes that the model was trained with', async () => {
  const model = await openEncoder({
    'config_sentence_transformers.json': { prompts: { query: 'dog ', document: 'cat ' } },
  })
  expect(rounded((await model.embed(['cat'], 'query'))[0])).toEqual(direction(1, 1))
  expect(await model.embed(['cat'], 'passage')).toEqual([[1, 0]])
})

test('what a model can not read is cut off, not the tokens around it', async () => {
  const model = await openEncoder({ 'config.json': { max_position_embeddings: 8 } })
  const [vector] = await model.embed([`cat cat cat cat cat dog ${'dog '.repeat(50_000)}`], 'passage')
  expect(rounded(vector)).toEqual(direction(5, 1))
})

test('words that the model does not know, and no words at all, have a vector of length 1 too', async () => {
  const model = await openEncoder({ 'tokenizer.json': tokenizer({ frame: false }) })
  for (const vector of await model.embed(['', 'zebra', '\ud800', '😀'], 'query')) {
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  }
})

test('another file is another model, and so are other settings', async () => {
  const ids = new Set<string>()
  for (const files of [
    {},
    { 'model.onnx': encoder({ cat: [2, 0] }) },
    { 'config_sentence_transformers.json': { prompts: { query: 'dog ' } } },
  ]) {
    await rm(folder, { recursive: true })
    const { id } = await openEncoder(files)
    expect(id).toMatch(/^dorsal-model-\w+@[0-9a-f]{12}$/)
    ids.add(id)
    expect((await openLocalModel(folder, thread)).id).toBe(id)
  }
  expect(ids.size).toBe(3)
})

test('a quantized model is taken when there is no other', async () => {
  await writeFolder({ ...ENCODER_FILES, 'model.onnx': undefined, 'onnx/model_quantized.onnx': encoder() })
  const model = await openLocalModel(folder, thread)
  expect(await model.embed(['dog'], 'passage')).toEqual([[0, 1]])
})

test.each([
  ['model.onnx', undefined, /has none of model\.onnx, onnx\/model\.onnx/],
  ['config.json', undefined, /has no config\.json/],
  ['tokenizer.json', undefined, /has no tokenizer\.json/],
  ['tokenizer.json', '{', /tokenizer\.json is not JSON/],
  ['tokenizer.json', {}, /tokenizer\.json is not usable: .*model/],
  ['config.json', { max_position_embeddings: 'many' }, /config\.json is not usable: \/max_position_embeddings/],
])('a folder whose %s is %j is refused by that name', async (file, content, message) => {
  await expect(openEncoder({ [file]: content })).rejects.toThrow(message)
})

test('a damaged model is named at every use, and used as soon as it is whole', async () => {
  const model = await openEncoder({ 'model.onnx': encoder().subarray(0, 90) })
  await expect(model.embed(['cat'], 'query')).rejects.toThrow(/model\.onnx is not a model that can be run/)
  await expect(model.embed(['cat'], 'query')).rejects.toThrow(/model\.onnx is not a model that can be run/)
  await writeFolder({ 'model.onnx': encoder() })
  expect(await model.embed(['cat'], 'query')).toEqual([[1, 0]])
})

test('a model whose further layer was left out in the export is refused', async () => {
  const model = await openEncoder({ 'modules.json': [{ type: 'sentence_transformers.models.Dense' }] })
  await expect(model.embed(['cat'], 'query')).rejects.toThrow(/lacks the Dense layer of modules\.json/)
})

test('a reranker gives the probability of a match, for one number a pair and for two', async () => {
  await writeFolder({ ...ENCODER_FILES, 'model.onnx': crossEncoder(['dog']) })
  const one = await openLocalReranker(folder, thread)
  // The model counts the dogs of the passage.
  const passages = ['dog dog', 'cat', '', 'cat dog cat']
  const scores = await one.rerank('dog dog dog', passages)
  expect(rounded(scores)).toEqual(rounded([sigmoid(2), 0.5, 0.5, sigmoid(1)]))
  expect(rounded(await one.rerank('dog dog dog', ['dog dog']))).toEqual(rounded([sigmoid(2)]))

  await writeFolder({ 'model.onnx': crossEncoder(['cat', 'dog']) })
  const two = await openLocalReranker(folder, thread)
  expect(rounded(await two.rerank('dog', passages))).toEqual(rounded([sigmoid(2), sigmoid(-1), 0.5, sigmoid(-1)]))
})

test('a long query leaves half of the room to the passage', async () => {
  await writeFolder({
    ...ENCODER_FILES,
    'model.onnx': crossEncoder(['dog']),
    'config.json': { max_position_embeddings: 11 },
  })
  const reranker = await openLocalReranker(folder, thread)
  // Eleven less [CLS] and two [SEP] are eight.
  expect(rounded(await reranker.rerank('cat '.repeat(100), ['dog '.repeat(100)]))).toEqual(rounded([sigmoid(4)]))
  expect(rounded(await reranker.rerank('cat', ['dog '.repeat(100)]))).toEqual(rounded([sigmoid(7)]))
})

test('an encoder is no reranker', async () => {
  await writeFolder(ENCODER_FILES)
  const reranker = await openLocalReranker(folder, thread)
  await expect(reranker.rerank('cat', ['dog'])).rejects.toThrow(/model\.onnx gives last_hidden_state, none of logits/)
})

test('a query goes before the passages that wait', async () => {
  const model = await openEncoder()
  const done: string[] = []
  const ask = async (name: string, kind: 'query' | 'passage') => {
    await model.embed(['cat'], kind)
    done.push(name)
  }
  await Promise.all([ask('first passage', 'passage'), ask('second passage', 'passage'), ask('query', 'query')])
  expect(done).toEqual(['first passage', 'query', 'second passage'])
})

test('a call that is called off ends at once, others go on', async () => {
  const model = await openEncoder()
  const abort = new AbortController()
  const running = model.embed(['cat'], 'passage')
  const waiting = model.embed(['dog'], 'passage', abort.signal)
  abort.abort(new Error('not needed'))
  await expect(waiting).rejects.toThrow('not needed')
  await expect(model.embed(['dog'], 'query', abort.signal)).rejects.toThrow('not needed')
  expect(await running).toEqual([[1, 0]])
})

test('a failure is of one call only', async () => {
  const model = await openEncoder()
  const calls = await Promise.allSettled(['cat', 'beyond', 'dog'].map((text) => model.embed([text], 'passage')))
  expect(calls.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a thread that died is started again by the next use', async () => {
  const dying = `require('node:worker_threads').parentPort.once('message', () => process.exit(1))`
  const { fragile, workers } = observedThread([new Worker(dying, { eval: true })])
  await writeFolder(ENCODER_FILES)
  const model = await openLocalModel(folder, fragile)
  const calls = Promise.allSettled(['cat', 'dog'].map((text) => model.embed([text], 'passage')))
  expect(await calls).toEqual([
    { status: 'rejected', reason: new Error('the model thread ended') },
    { status: 'fulfilled', value: [[0, 1]] },
  ])
  expect(workers).toHaveLength(2)
  await model.close?.()
})

test('the thread ends when the last model is closed, and what waits is told', async () => {
  const { fragile, workers } = observedThread()
  await writeFolder(ENCODER_FILES)
  const one = await openLocalModel(folder, fragile)
  const other = await openLocalModel(folder, fragile)
  await one.embed(['cat'], 'passage')
  await one.close?.()
  await one.close?.()
  expect(await other.embed(['cat'], 'passage')).toEqual([[1, 0]])
  const calls = Promise.allSettled(['cat', 'dog'].map((text) => other.embed([text], 'passage')))
  await other.close?.()
  const closed = { status: 'rejected', reason: new Error('the model was closed') }
  expect(await calls).toEqual([closed, closed])
  expect(workers.map(({ threadId }) => threadId)).toEqual([-1])
})

test('a thread that computes is not cut off: it ends when it has replied', async () => {
  const steps = new Int32Array(new SharedArrayBuffer(8))
  const slow = `
    const { parentPort, workerData: steps } = require('node:worker_threads')
    parentPort.once('message', () => {
      Atomics.store(steps, 0, 1)
      for (const end = Date.now() + 300; Date.now() < end; );
      Atomics.store(steps, 1, 1)
      parentPort.postMessage({ kind: 'failed', reason: 'slow' })
    })`
  const { fragile } = observedThread([new Worker(slow, { eval: true, workerData: steps })])
  await writeFolder(ENCODER_FILES)
  const model = await openLocalModel(folder, fragile)
  const calls = Promise.allSettled([model.embed(['cat'], 'query')])
  await expect.poll(() => Atomics.load(steps, 0), { interval: 5 }).toBe(1)
  await model.close?.()
  expect(Atomics.load(steps, 1)).toBe(1)
  expect(await calls).toEqual([{ status: 'rejected', reason: new Error('the model was closed') }])
})

/** @param first used before workers of its own */
function observedThread(first: Worker[] = []) {
  const workers: Worker[] = []
  const fragile = new ModelThread(() => {
    const worker = first.shift() ?? new Worker(new URL('./model-worker.ts', import.meta.url))
    workers.push(worker)
    return worker
  })
  return { fragile, workers }
}

function writeFolder(files: ModelFiles): Promise<void> {
  return writeModelFolder(folder, files)
}

async function openEncoder(changes: ModelFiles = {}) {
  await writeFolder({ ...ENCODER_FILES, ...changes })
  return openLocalModel(folder, thread)
}

/** What a vector of this direction looks like. */
function direction(...values: readonly number[]): number[] {
  return rounded(values.map((value) => value / Math.hypot(...values)))
}

function rounded(values: readonly number[] = []): number[] {
  return values.map((value) => Number(value.toFixed(5)))
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
