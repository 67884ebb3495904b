import { Type } from 'typebox'
import type { EmbeddingModel } from '../embedding-model.ts'
import { embedOnThread } from './embed-on-thread.ts'
import { modelThread } from './model-thread.ts'
import { readModelFolder, readSettings } from './read-model-folder.ts'
import type { Pooling } from './worker-protocol.ts'

const PoolingSettings = Type.Record(Type.String(), Type.Unknown())
const Modules = Type.Array(Type.Object({ type: Type.String() }))
const PromptSettings = Type.Object({
  prompts: Type.Optional(Type.Record(Type.String(), Type.String())),
  default_prompt_name: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})

/**
 * An encoder from a folder in the layout of Hugging Face's ONNX exports (docs/operating.md). It is loaded at first use.
 * @throws with the name of the file that is missing or of no use
 */
export async function openLocalModel(folder: string, thread = modelThread): Promise<EmbeddingModel> {
  const recipe = await readModelFolder(folder)
  const modules = (await readSettings(folder, 'modules.json', Modules)) ?? []
  return embedOnThread(thread, {
    recipe: {
      ...recipe,
      task: {
        kind: 'embed',
        pooling: await readPooling(folder),
        hasFurtherLayer: modules.some(({ type }) => type.endsWith('Dense')),
      },
    },
    prefixes: await readPrefixes(folder),
  })
}

/** Those that give the same direction are the same here, where every vector is brought to length 1. */
const POOLINGS: Readonly<Record<string, Pooling>> = {
  pooling_mode_mean_tokens: 'mean',
  pooling_mode_mean_sqrt_len_tokens: 'mean',
  pooling_mode_cls_token: 'first',
  pooling_mode_lasttoken: 'last',
}

async function readPooling(folder: string): Promise<Pooling> {
  const settings = (await readSettings(folder, '1_Pooling/config.json', PoolingSettings)) ?? {}
  const modes = Object.keys(settings).filter((key) => key.startsWith('pooling_mode_') && settings[key] === true)
  if (modes.length === 0) return 'mean'
  const pooling = modes.length === 1 ? POOLINGS[modes[0] ?? ''] : undefined
  if (pooling === undefined) throw new Error(`${folder}/1_Pooling/config.json asks for ${modes.join(' with ')}`)
  return pooling
}

/** What is put before queries and before passages; some models were trained with that. */
async function readPrefixes(folder: string) {
  const settings = await readSettings(folder, 'config_sentence_transformers.json', PromptSettings)
  const prompts = settings?.prompts ?? {}
  const fallback = prompts[settings?.default_prompt_name ?? ''] ?? ''
  return {
    query: prompts['query'] ?? fallback,
    passage: prompts['passage'] ?? prompts['document'] ?? fallback,
  }
}
