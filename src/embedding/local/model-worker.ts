import { parentPort } from 'node:worker_threads'
import { loadModel, type LoadedModel } from './load-model.ts'
import type { FromWorker, ModelRecipe, ToWorker } from './worker-protocol.ts'

if (parentPort === null) throw new Error('model-worker runs as a worker thread only')
const port = parentPort
const models = new Map<string, Promise<LoadedModel>>()

port.on('message', (request: ToWorker) => {
  void answer(request).then((reply) => port.postMessage(reply))
})

async function answer({ recipe, inputs }: ToWorker): Promise<FromWorker> {
  try {
    const model = await findModel(recipe)
    return { kind: 'done', values: await model(inputs) }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Loads a model at its first use; one that can't be loaded is tried again at the next. */
function findModel(recipe: ModelRecipe): Promise<LoadedModel> {
  const known = models.get(recipe.id)
  if (known !== undefined) return known
  const loading = loadModel(recipe)
  models.set(recipe.id, loading)
  loading.catch(() => models.delete(recipe.id))
  return loading
}
