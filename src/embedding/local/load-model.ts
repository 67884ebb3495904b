import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { convertUseLite } from './convert-use-lite.ts'
import { makeTextEncoder } from './encode-text.ts'
import { makeBatch, type Batch } from './make-batch.ts'
import { normaliseRows, poolTokens } from './pool-tokens.ts'
import { useLiteTokenizer, type UseLiteVocabulary } from './use-lite-tokenizer.ts'
import type { ModelInput, ModelRecipe, ModelSource, ModelTask } from './worker-protocol.ts'

/** Gives a row of numbers for each input, all rows in one array: a vector of length 1, or a score from 0 to 1. */
export type LoadedModel = (inputs: readonly ModelInput[]) => Promise<Float32Array>

/** Fatal errors only: others are thrown, and need not be on the console as well. */
const LOG_SEVERITY = 4
/** The other processors are left to the server; two threads cost up to twice as much for each text. */
const SESSION_OPTIONS = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: LOG_SEVERITY } as const

/** @throws with the name of the file that is of no use */
export async function loadModel({ source, task, maxTokens }: ModelRecipe): Promise<LoadedModel> {
  const { name, bytes, tokenizer, tokenizerConfig, padId } = await readSource(source)
  const encode = makeTextEncoder(tokenizer, tokenizerConfig, maxTokens)
  const session = await InferenceSession.create(bytes, SESSION_OPTIONS).catch((error: unknown) => {
    throw new Error(`${name} is not a model that can be run: ${String(error)}`)
  })
  const output = chooseOutput(session.outputNames, task, name)

  return async (inputs) => {
    const batch = makeBatch(inputs.map(encode), padId)
    const feeds = Object.fromEntries(session.inputNames.map((input) => [input, feed(input, batch)]))
    const results = await session.run(feeds, { logSeverityLevel: LOG_SEVERITY })
    const data = results[output]?.data
    if (!(data instanceof Float32Array)) throw new Error(`${name} gives other numbers than 32 bit ones`)
    if (task.kind === 'rerank') return scores(data, batch.rows, name)
    const vectors = output === OWN_EMBEDDING ? data : poolTokens(data, batch, task.pooling)
    return normaliseRows(vectors, batch.rows)
  }

  function feed(input: string, { rows, tokens, ids, mask, typeIds }: Batch): Tensor {
    const values = new Map([
      ['input_ids', ids],
      ['attention_mask', mask],
      ['token_type_ids', typeIds],
    ]).get(input)
    if (values === undefined) throw new Error(`${name} asks for ${input}, which is not known here`)
    return new Tensor('int64', values, [rows, tokens])
  }
}

interface ReadSource {
  /** For messages. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly tokenizer: object
  readonly tokenizerConfig: object
  readonly padId: number
}

async function readSource(source: ModelSource): Promise<ReadSource> {
  if (source.kind === 'use-lite') {
    const vocabulary = (await readJson(join(source.folder, 'vocab.json'))) as UseLiteVocabulary
    return {
      name: source.folder,
      bytes: await convertUseLite(source.folder),
      tokenizer: useLiteTokenizer(vocabulary),
      tokenizerConfig: {},
      padId: 0,
    }
  }
  return {
    name: source.modelFile,
    bytes: await readFile(source.modelFile),
    tokenizer: await readJson(source.tokenizerFile),
    tokenizerConfig: source.tokenizerConfigFile === undefined ? {} : await readJson(source.tokenizerConfigFile),
    padId: source.padId,
  }
}

const OWN_EMBEDDING = 'sentence_embedding'

/** The output to read: the vector of the whole text where the model makes one, else those of its tokens. */
function chooseOutput(outputs: readonly string[], task: ModelTask, name: string): string {
  const wanted = task.kind === 'rerank' ? ['logits'] : [OWN_EMBEDDING, 'last_hidden_state', 'token_embeddings']
  const output = wanted.find((candidate) => outputs.includes(candidate))
  if (output === undefined) throw new Error(`${name} gives ${outputs.join(', ')}, none of ${wanted.join(', ')}`)
  if (task.kind === 'embed' && task.hasFurtherLayer && output !== OWN_EMBEDDING) {
    throw new Error(`${name} lacks the Dense layer of modules.json: it must be exported with ${OWN_EMBEDDING}`)
  }
  return output
}

/** One number a pair is the log odds of a match; of two, the difference is. */
function scores(logits: Float32Array, rows: number, name: string): Float32Array {
  const width = logits.length / rows
  if (width !== 1 && width !== 2) throw new Error(`${name} gives ${width} numbers a pair; a reranker gives one or two`)
  return Float32Array.from({ length: rows }, (_, row) => {
    const match = logits[row * width + width - 1] ?? 0
    return 1 / (1 + Math.exp((width === 2 ? (logits[row * width] ?? 0) : 0) - match))
  })
}

async function readJson(file: string): Promise<object> {
  return JSON.parse(await readFile(file, 'utf8')) as object
}
