import type { Database } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { QueryEmbedder, Search } from '../retrieval/index.ts'
import { readAskedQuestions } from './asked-questions.ts'
import { notComparable, summarize, type Comparison, type Searched } from './comparison.ts'
import type { NumberedModel } from './embed-chunks.ts'
import { ModelError } from './embedding-model.ts'
import { understands } from './languages.ts'
import { toUnit } from './vectors.ts'

export interface CompareDeps {
  readonly db: Database
  readonly clock: Clock
  /** The search of everybody, with another embedder, and without a reranker, which would hide what changes. */
  readonly searchWith: (embedder: QueryEmbedder) => Search
}

const SAMPLE = 200
const PAGES = 5

/**
 * Searches what people asked last with both models, each time for who asked.
 * @throws ModelError when the new model can't answer
 */
export async function compareModels(
  { db, clock, searchWith }: CompareDeps,
  before: Partial<NumberedModel> & { readonly name: string },
  after: NumberedModel,
  signal: AbortSignal,
): Promise<Comparison> {
  const questions = await readAskedQuestions(db.reader, SAMPLE)
  const texts = [...new Set(questions.map(({ text }) => text))]
  const newEmbedder = await embedAll(after, texts, signal)
  const oldEmbedder = await embedAll(before, texts, signal).catch((error: unknown) => {
    if (error instanceof ModelError) return undefined
    throw error
  })
  if (oldEmbedder === undefined || newEmbedder === undefined) return notComparable(before.name, clock.now())

  const searches = { before: searchWith(oldEmbedder), after: searchWith(newEmbedder) }
  const searched: Searched[] = []
  for (const { key, text, asker } of questions) {
    signal.throwIfAborted()
    const request = { query: text, limit: PAGES, asker }
    const pagesOf = async (search: Search) => (await search(request)).passages.map(({ pageId }) => pageId)
    searched.push({ ...key, before: await pagesOf(searches.before), after: await pagesOf(searches.after) })
  }
  return summarize(searched, before.name, clock.now())
}

/** An embedder that knows these texts. */
async function embedAll(
  { id, model }: Partial<NumberedModel>,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<QueryEmbedder | undefined> {
  if (id === undefined || model === undefined) return undefined
  const vectors = new Map<string, number[]>()
  for (let start = 0; start < texts.length; start += model.maxTextsPerCall) {
    const batch = texts.slice(start, start + model.maxTextsPerCall)
    for (const [index, values] of (await model.embed(batch, 'query', signal)).entries()) {
      const unit = toUnit(values)
      if (unit !== undefined) vectors.set(batch[index] ?? '', unit)
    }
  }
  return {
    embedQuery(text, language) {
      const values = understands(model, text, language) ? vectors.get(text) : undefined
      return Promise.resolve(values === undefined ? undefined : { modelId: id, values })
    },
  }
}
