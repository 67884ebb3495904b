import type { Reranker } from '../reranker.ts'
import { modelThread } from './model-thread.ts'
import { readModelFolder } from './read-model-folder.ts'
import type { ModelRecipe } from './worker-protocol.ts'

/**
 * A cross-encoder from a folder in the layout of Hugging Face's ONNX exports (docs/operating.md). It is loaded at first
 * use. Scores are the model's probability that the passage answers the query.
 * @throws with the name of the file that is missing or of no use
 */
export async function openLocalReranker(folder: string, thread = modelThread): Promise<Reranker> {
  const recipe: ModelRecipe = { ...(await readModelFolder(folder)), task: { kind: 'rerank' } }
  const close = thread.join()
  return {
    id: recipe.id,
    async rerank(query, passages, signal) {
      const inputs = passages.map((passage) => ({ text: query, passage }))
      const rows = await thread.run(recipe, inputs, { isUrgent: true, signal })
      return rows.map(([score = 0]) => score)
    },
    async warmUp() {
      await thread.run(recipe, [{ text: '', passage: '' }], { isUrgent: true })
    },
    close,
  }
}
