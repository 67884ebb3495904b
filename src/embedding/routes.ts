import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import type { Api } from '../http/index.ts'
import { DorsalError, type Clock } from '../kernel/index.ts'
import { keyOf, readQuestionTexts } from './asked-questions.ts'
import type { Comparison } from './comparison.ts'
import { drop, swap, type ModelStates } from './model-states.ts'
import { moveModels, readModels, type StoredModel } from './model-store.ts'
import { countProgress, type Progress } from './pending.ts'
import type { ServedModels } from './served-models.ts'

export interface EmbeddingRouteDeps {
  readonly db: Database
  readonly clock: Clock
  /** Undefined when search is lexical. */
  readonly models: ServedModels | undefined
  readonly swap: 'auto' | 'manual'
  readonly reranker: string | undefined
}

/** Dorsal's own: the models whose vectors are searched, and what becomes of the next one. */
export const embeddingRoutes =
  (deps: EmbeddingRouteDeps) =>
  (app: Api): void => {
    const config = { scope: 'admin' } as const
    app.get('/dorsal/v1/embedding', { config }, ({ workspaceId }) => present(deps, workspaceId))
    app.post('/dorsal/v1/embedding/swap', { config }, async ({ workspaceId }) => {
      await move(deps, swap, 'No model is ready to take over')
      return present(deps, workspaceId)
    })
    app.post('/dorsal/v1/embedding/drop', { config }, async ({ workspaceId }) => {
      await move(deps, drop, 'No model is on its way to take over')
      return present(deps, workspaceId)
    })
  }

async function move(
  { db, clock, models }: EmbeddingRouteDeps,
  to: (states: ModelStates) => ModelStates | undefined,
  otherwise: string,
): Promise<void> {
  const isDone = models !== undefined && (await moveModels(db, clock.now(), async (states) => to(states)))
  if (!isDone) throw new DorsalError('conflict', otherwise)
  models.refresh()
}

async function present({ db, models, swap: swapping, reranker }: EmbeddingRouteDeps, workspaceId: number) {
  const stored = models === undefined ? [] : await readModels(db.reader)
  const opened = (await models?.list()) ?? []
  const describe = async (found: StoredModel | undefined) => {
    if (found === undefined) return null
    const model = opened.find(({ id }) => id === found.id)?.model
    const progress = await countProgress(db.reader, { ...found, model })
    return presentModel(found, model !== undefined, progress)
  }
  const serving = stored.find(({ state }) => state === 'serving')
  const next = stored.find(({ state }) => state === 'building' || state === 'waiting' || state === 'dropped')
  const comparison = next?.comparison ?? serving?.comparison
  return {
    type: 'embedding',
    swap: swapping,
    serving: await describe(serving),
    next: await describe(next),
    comparison: comparison ? await presentComparison(db, comparison, workspaceId) : null,
    reranker: reranker ?? null,
  }
}

function presentModel({ name, state, description, dimensions }: StoredModel, isOpen: boolean, progress: Progress) {
  return { model: name, state, kind: description.kind, dimensions, is_open: isOpen, ...progress }
}

/** With the examples of this workspace, as far as their questions and pages are still there. */
async function presentComparison(db: Database, { examples, ...comparison }: Comparison, workspaceId: number) {
  const own = examples.filter((example) => example.workspace_id === workspaceId)
  const texts = await readQuestionTexts(db.reader, own)
  const ids = own.flatMap(({ before, after }) => [...before, ...after])
  const pages = await db.reader
    .selectFrom('page')
    .select(['id', 'title'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::int[])`)
    .execute()
  const titles = new Map(pages.map(({ id, title }) => [id, title]))
  const presentPages = (found: readonly number[]) =>
    found.flatMap((id) => (titles.has(id) ? [{ page_id: String(id), title: titles.get(id) }] : []))
  return {
    ...comparison,
    examples: own.flatMap((example) => {
      const question = texts.get(keyOf(example))
      if (question === undefined) return []
      return [{ question, before: presentPages(example.before), after: presentPages(example.after) }]
    }),
  }
}
