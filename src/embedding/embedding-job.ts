import type { Logger } from 'pino'
import type { Clock } from '../kernel/index.ts'
import { compareModels, type CompareDeps } from './compare-models.ts'
import { embedPendingChunks } from './embed-chunks.ts'
import { ModelError } from './embedding-model.ts'
import { complete, swap } from './model-states.ts'
import { moveModels, storeComparison } from './model-store.ts'
import { countProgress } from './pending.ts'
import type { ServedModel, ServedModels } from './served-models.ts'
import { deleteRetiredVectors } from './vectors.ts'

export interface EmbeddingJobDeps extends CompareDeps {
  readonly models: ServedModels
  readonly log: Logger
  /** `manual`: a new model waits for somebody to say so. */
  readonly swap: 'auto' | 'manual'
  /** Models that could not be asked when they were asked last. */
  readonly unreachable: Set<number>
}

/**
 * Everything that is to be done for vectors: makes those that are missing, for the model that serves and for the one
 * that is to replace it; compares the two when the new one is complete, and swaps them; deletes what is not used any
 * more. Each step is stored before the next begins: after a crash the next run goes on where it was.
 */
export function makeEmbeddingJob(deps: EmbeddingJobDeps): (signal: AbortSignal) => Promise<void> {
  const { db, clock, log, models, unreachable } = deps
  const refusals = new Refusals(clock, log)

  /** @returns why the model could not do it all, where it makes sense to try again soon */
  async function embed({ id, name, model }: ServedModel, signal: AbortSignal): Promise<unknown> {
    if (model === undefined || refusals.mustWait(id)) return undefined
    try {
      const embedded = await embedPendingChunks({ db, clock }, { id, model }, signal)
      if (embedded > 0) log.info({ model: name, passages: embedded }, 'passages embedded')
      refusals.clear(id)
      return undefined
    } catch (error) {
      if (error instanceof ModelError) unreachable.add(id)
      return error instanceof ModelError && refusals.note(id, name, error) ? undefined : error
    }
  }

  async function advance(signal: AbortSignal): Promise<void> {
    const known = await models.list()
    const next = known.find(({ state }) => state === 'building' || state === 'waiting')
    const serving = known.find(({ state }) => state === 'serving')
    if (next?.model === undefined || serving === undefined) return
    if (next.state === 'building') {
      if (signal.aborted || (await countProgress(db.reader, next)).pending > 0) return
      const comparison = await compareModels(
        deps,
        { id: serving.id, name: serving.name, ...(serving.model === undefined ? {} : { model: serving.model }) },
        { id: next.id, model: next.model },
        signal,
      )
      await moveModels(db, clock.now(), async (states, tx) => {
        if (states.get(next.name) !== 'building') return undefined
        await storeComparison(tx, next.name, comparison)
        return complete(states, next.name)
      })
    }
    if (deps.swap === 'auto' && (await moveModels(db, clock.now(), async (states) => swap(states)))) {
      log.info({ model: next.name, before: serving.name }, 'another embedding model serves')
    }
    models.refresh()
  }

  return async (signal) => {
    models.refresh()
    const failures = []
    for (const served of await models.list()) failures.push(await embed(served, signal))
    await advance(signal)
    for (const name of await deleteRetiredVectors(db, clock, signal)) await models.forget(name)
    const failure = failures.find((each) => each !== undefined)
    if (failure !== undefined) throw failure
  }
}

/** What models refused, so that it is said once; and which want to be left alone for a while. */
class Refusals {
  readonly #clock: Clock
  readonly #log: Logger
  readonly #said = new Map<number, string>()
  readonly #heldUntil = new Map<number, number>()

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock
    this.#log = log
  }

  mustWait(modelId: number): boolean {
    return this.#clock.now() < (this.#heldUntil.get(modelId) ?? 0)
  }

  /** @returns true when trying again soon would change nothing */
  note(modelId: number, model: string, { failure, message, retryAfterMs }: ModelError): boolean {
    if (retryAfterMs !== undefined) this.#heldUntil.set(modelId, this.#clock.now() + retryAfterMs)
    if (failure !== 'refused') return false
    if (this.#said.get(modelId) !== message) this.#log.error({ model, reason: message }, 'the embedding model refuses')
    this.#said.set(modelId, message)
    return true
  }

  clear(modelId: number): void {
    this.#said.delete(modelId)
    this.#heldUntil.delete(modelId)
  }
}
