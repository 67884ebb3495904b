import type { EmbeddingModel } from '../embedding-model.ts'
import type { ModelThread } from './model-thread.ts'
import type { ModelRecipe } from './worker-protocol.ts'

export interface LocalEncoder {
  readonly recipe: ModelRecipe
  readonly prefixes: { readonly query: string; readonly passage: string }
  readonly languages?: ReadonlySet<string>
}

export function embedOnThread(thread: ModelThread, { recipe, prefixes, ...encoder }: LocalEncoder): EmbeddingModel {
  const close = thread.join()
  return {
    ...encoder,
    id: recipe.id,
    maxTextsPerCall: 64,
    maxTokens: recipe.maxTokens,
    async embed(texts, kind, signal) {
      const inputs = texts.map((text) => ({ text: prefixes[kind] + text }))
      const rows = await thread.run(recipe, inputs, { isUrgent: kind === 'query', signal })
      return rows.map((row) => Array.from(row))
    },
    async warmUp() {
      await thread.run(recipe, [{ text: '' }], { isUrgent: true })
    },
    close,
  }
}
