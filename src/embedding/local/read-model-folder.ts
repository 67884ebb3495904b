import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { ModelRecipe } from './worker-protocol.ts'

/** Quantized models are smaller and less exact. */
const MODEL_FILES = ['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx']
/** All that changes what a model gives. */
const SETTINGS_FILES = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'sentence_bert_config.json',
  'modules.json',
  '1_Pooling/config.json',
  'config_sentence_transformers.json',
]
/** The memory that attention takes grows by the square of it. */
const MAX_TOKENS = 512

const Length = Type.Optional(Type.Union([Type.Integer({ minimum: 8 }), Type.Null()]))
const Settings = Type.Object({
  max_position_embeddings: Length,
  pad_token_id: Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])),
})
const SentenceSettings = Type.Object({ max_seq_length: Length })
const TokenizerSettings = Type.Object({ model: Type.Object({}) })

/**
 * Reads how to run the model of a folder that has the layout of Hugging Face's ONNX exports. Its id is the folder's name
 * and a hash of what is in it, so that another file is another model.
 * @throws with the name of the file that is missing or of no use
 */
export async function readModelFolder(folder: string): Promise<Omit<ModelRecipe, 'task'>> {
  const modelFile = MODEL_FILES.map((file) => join(folder, file)).find((file) => existsSync(file))
  if (modelFile === undefined) throw new Error(`${folder} has none of ${MODEL_FILES.join(', ')}`)
  const settings = await readSettings(folder, 'config.json', Settings)
  if (settings === undefined) throw new Error(`${folder} has no config.json`)
  if ((await readSettings(folder, 'tokenizer.json', TokenizerSettings)) === undefined) {
    throw new Error(`${folder} has no tokenizer.json`)
  }
  const sentenceSettings = await readSettings(folder, 'sentence_bert_config.json', SentenceSettings)
  const tokenizerConfigFile = join(folder, 'tokenizer_config.json')

  const files = [modelFile, ...SETTINGS_FILES.map((file) => join(folder, file)).filter((file) => existsSync(file))]
  return {
    id: `${basename(resolve(folder))}@${await hashFiles(files)}`,
    source: {
      kind: 'onnx',
      modelFile,
      tokenizerFile: join(folder, 'tokenizer.json'),
      tokenizerConfigFile: files.includes(tokenizerConfigFile) ? tokenizerConfigFile : undefined,
      padId: settings.pad_token_id ?? 0,
    },
    maxTokens: Math.min(
      settings.max_position_embeddings ?? MAX_TOKENS,
      sentenceSettings?.max_seq_length ?? MAX_TOKENS,
      MAX_TOKENS,
    ),
  }
}

/**
 * @returns undefined when the folder has no such file
 * @throws when it has another form
 */
export async function readSettings<Schema extends TSchema>(
  folder: string,
  name: string,
  schema: Schema,
): Promise<Static<Schema> | undefined> {
  const file = join(folder, name)
  if (!existsSync(file)) return undefined
  const text = await readFile(file, 'utf8')
  const settings = parseJson(text, file)
  if (!Value.Check(schema, settings)) {
    const [problem] = Value.Errors(schema, settings)
    throw new Error(`${file} is not usable: ${problem?.instancePath ?? ''} ${problem?.message ?? ''}`)
  }
  return settings
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause })
  }
}

async function hashFiles(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) await pipeline(createReadStream(file), hash, { end: false })
  return hash.digest('hex').slice(0, 12)
}
