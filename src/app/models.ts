import {
  endpointModel,
  endpointReranker,
  openLocalModel,
  openLocalReranker,
  packagedModel,
  type EmbeddingModel,
  type ModelDescription,
  type Reranker,
} from '../embedding/index.ts'
import { allowOrigin, makeSafeFetch } from '../outbound/index.ts'
import type { ModelSettings } from './model-settings.ts'

/** The one place where models are chosen and opened. */
export interface Models {
  openEmbedding(description: ModelDescription): Promise<EmbeddingModel>
  openReranker(): Promise<Reranker | undefined>
  /** Ends requests that are under way. */
  close(): Promise<void>
}

export function makeModels(settings: ModelSettings): Models {
  const fetches: { close(): Promise<void> }[] = []
  /** Addresses of models come from settings, and need no entry among the hosts that may be reached. */
  const fetchFrom = (baseUrl: string) => {
    const fetch = makeSafeFetch({ allow: [allowOrigin(baseUrl)] })
    fetches.push(fetch)
    return fetch
  }

  /** Keys are never stored: that of the settings is good for what is served from the same place. */
  const keyFor = (baseUrl: string) => {
    const { embedding, embeddingApiKey } = settings
    const isSame = embedding?.kind === 'endpoint' && new URL(embedding.baseUrl).origin === new URL(baseUrl).origin
    return isSame ? embeddingApiKey : undefined
  }

  return {
    async openEmbedding(description) {
      switch (description.kind) {
        case 'endpoint': {
          const { baseUrl, model, dimensions } = description
          const apiKey = keyFor(baseUrl)
          return endpointModel({
            baseUrl,
            model,
            dimensions: dimensions ?? undefined,
            apiKey,
            fetch: fetchFrom(baseUrl),
          })
        }
        case 'folder':
          return openLocalModel(description.folder)
        case 'packaged':
          return packagedModel()
        default:
          return description satisfies never
      }
    },

    async openReranker() {
      const { reranker } = settings
      if (reranker === undefined) return undefined
      if (reranker.kind === 'folder') return openLocalReranker(reranker.folder)
      return endpointReranker({ ...reranker, fetch: fetchFrom(reranker.baseUrl) })
    },

    async close() {
      await Promise.all(fetches.map((fetch) => fetch.close()))
    },
  }
}
