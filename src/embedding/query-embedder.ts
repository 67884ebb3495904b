import type { Logger } from 'pino'
import type { Clock } from '../kernel/index.ts'
import type { QueryEmbedder } from '../retrieval/index.ts'
import { makeGuard, type Guard } from './guard.ts'
import { understands } from './languages.ts'
import type { ServedModels } from './served-models.ts'
import { toUnit } from './vectors.ts'

const REMEMBERED_QUERIES = 1_000

export interface QueryEmbedderDeps {
  readonly models: ServedModels
  readonly clock: Clock
  readonly log: Logger
  /** Models that could not be asked when they were asked last. */
  readonly unreachable: Set<number>
  /** One of them answers again. */
  readonly onReachable: () => void
}

/** Embeds queries with the model that serves; when it can't answer in time, search goes on without it. */
export function makeQueryEmbedder({ models, clock, log, unreachable, onReachable }: QueryEmbedderDeps): QueryEmbedder {
  let last: { readonly modelId: number; readonly guard: Guard; readonly remembered: Map<string, number[]> } | undefined

  return {
    async embedQuery(text, language) {
      const serving = await models.serving()
      if (serving === undefined) return undefined
      const { id, model, dimensions } = serving
      if (model === undefined) return 'unavailable'
      if (!understands(model, text, language)) return undefined
      if (last?.modelId !== id) {
        last = { modelId: id, guard: makeGuard({ clock, log, name: 'the embedding model' }), remembered: new Map() }
      }
      const { guard, remembered } = last
      const known = remembered.get(text)
      if (known !== undefined) return { modelId: id, values: known }

      const vectors = await guard((signal) => model.embed([text], 'query', signal))
      const values = toUnit(vectors?.[0] ?? [])
      if (values === undefined || values.length !== (dimensions ?? values.length)) {
        unreachable.add(id)
        return 'unavailable'
      }
      if (unreachable.delete(id)) onReachable()
      if (remembered.size >= REMEMBERED_QUERIES) remembered.clear()
      remembered.set(text, values)
      return { modelId: id, values }
    },
  }
}
