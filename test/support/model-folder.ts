import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OnnxGraph } from '../../src/embedding/local/onnx-graph.ts'

/** Two numbers a word; what fills up a batch would be seen in every mean. */
const WORDS: Readonly<Record<string, readonly [number, number]>> = {
  '[PAD]': [50, 70],
  '[UNK]': [0, 0],
  '[CLS]': [0, 0],
  '[SEP]': [0, 0],
  cat: [1, 0],
  dog: [0, 1],
}

/** Looks the words up, nothing else. */
export function encoder(changes: Readonly<Record<string, readonly [number, number]>> = {}): Uint8Array {
  const graph = new OnnxGraph()
  const ids = graph.input('input_ids', 'int64', ['texts', 'tokens'])
  graph.input('attention_mask', 'int64', ['texts', 'tokens'])
  const rows = Object.values({ ...WORDS, ...changes })
  const table = graph.constant(Float32Array.from(rows.flat()), [rows.length, 2])
  graph.output('last_hidden_state', graph.apply('Gather', [table, ids]), ['texts', 'tokens', 2])
  return graph.toBytes()
}

/** Counts words in the passage: a number for each of those given. */
export function crossEncoder(counted: readonly string[]): Uint8Array {
  const graph = new OnnxGraph()
  const ids = graph.input('input_ids', 'int64', ['texts', 'tokens'])
  const types = graph.input('token_type_ids', 'int64', ['texts', 'tokens'])
  const words = Object.keys(WORDS)
  const values = words.flatMap((word) => counted.map((wanted) => (word === wanted ? 1 : 0)))
  const table = graph.constant(Float32Array.from(values), [words.length, counted.length])
  const middle = graph.constant(BigInt64Array.of(1n), [1])
  const inPassage = graph.apply('Unsqueeze', [graph.apply('Cast', [types], { to: 1 }), middle])
  const sum = graph.apply('MatMul', [inPassage, graph.apply('Gather', [table, ids])])
  graph.output('logits', graph.apply('Squeeze', [sum, middle]), ['texts', counted.length])
  return graph.toBytes()
}

export function tokenizer({ frame }: { readonly frame: boolean }): object {
  const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } })
  const sequence = (id: string, type: number) => ({ Sequence: { id, type_id: type } })
  return {
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: frame
      ? {
          type: 'TemplateProcessing',
          single: [special('[CLS]'), sequence('A', 0), special('[SEP]')],
          pair: [special('[CLS]'), sequence('A', 0), special('[SEP]'), sequence('B', 1), special('[SEP]')],
        }
      : null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      // The table of the models ends before the last word.
      vocab: { ...Object.fromEntries(Object.keys(WORDS).map((word, id) => [word, id])), beyond: 99 },
    },
  }
}

export const ENCODER_FILES = {
  'model.onnx': encoder(),
  'tokenizer.json': tokenizer({ frame: true }),
  'config.json': { max_position_embeddings: 512, pad_token_id: 0 },
}

export type ModelFiles = Readonly<Record<string, Uint8Array | object | string | undefined>>

/** Writes files of a model folder; those that are undefined are left out. */
export async function writeModelFolder(folder: string, files: ModelFiles): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name)
    await mkdir(dirname(file), { recursive: true })
    if (content === undefined) continue
    const isText = typeof content === 'string' || content instanceof Uint8Array
    await writeFile(file, isText ? content : JSON.stringify(content))
  }
}
