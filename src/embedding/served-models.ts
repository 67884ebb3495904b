import type { Logger } from 'pino'
import type { Clock } from '../kernel/index.ts'
import type { Database } from '../db/index.ts'
import type { EmbeddingModel } from './embedding-model.ts'
import type { ModelDescription } from './model-description.ts'
import { choose } from './model-states.ts'
import { describeModel, moveModels, readModels, type StoredModel } from './model-store.ts'
import { hasVectors } from './vectors.ts'

export interface ServedModel extends StoredModel {
  /** Undefined when it can't be opened any more. */
  readonly model: EmbeddingModel | undefined
}

/** @returns undefined when there is no such model any more */
export type OpenModel = (description: ModelDescription) => Promise<EmbeddingModel | undefined>

export interface ServedModelsDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly open: OpenModel
}

/** Another process may have swapped models since. Vectors that are not used any more stay for longer than this. */
const REFRESH_MS = 5_000

/** The models whose vectors are used or made, opened. */
export class ServedModels {
  readonly #deps: ServedModelsDeps
  readonly #opened = new Map<string, Promise<EmbeddingModel | undefined>>()
  #known: { readonly models: Promise<ServedModel[]>; readonly until: number } | undefined

  constructor(deps: ServedModelsDeps) {
    this.#deps = deps
  }

  /** The settings name this model: it serves, or its vectors are to be made beside those that serve. */
  async choose(model: EmbeddingModel, description: ModelDescription): Promise<void> {
    const { db, clock } = this.#deps
    this.#opened.set(model.id, Promise.resolve(model))
    const serving = (await readModels(db.reader)).find(({ state }) => state === 'serving')
    const servingCan =
      serving !== undefined && (await this.#open(serving)) !== undefined && (await hasVectors(db.reader, serving.id))
    await moveModels(db, clock.now(), async (states, tx) => {
      await describeModel(tx, model.id, description, clock.now())
      return choose(states, model.id, (name) => name === serving?.name && servingCan)
    })
    this.refresh()
  }

  /** Those that serve, are built or wait. */
  list(): Promise<readonly ServedModel[]> {
    const { clock } = this.#deps
    if (this.#known === undefined || this.#known.until <= clock.now()) {
      const models = this.#read()
      this.#known = { models, until: clock.now() + REFRESH_MS }
      models.catch(() => this.refresh())
    }
    return this.#known.models
  }

  async serving(): Promise<ServedModel | undefined> {
    return (await this.list()).find(({ state }) => state === 'serving')
  }

  /** The stored states have changed. */
  refresh(): void {
    this.#known = undefined
  }

  /** Its vectors are gone. */
  async forget(name: string): Promise<void> {
    const opened = this.#opened.get(name)
    this.#opened.delete(name)
    await (await opened)?.close?.()
  }

  async close(): Promise<void> {
    for (const opened of this.#opened.values()) await (await opened)?.close?.()
  }

  async #read(): Promise<ServedModel[]> {
    const stored = await readModels(this.#deps.db.reader)
    const used = stored.filter(({ state }) => state !== 'retired' && state !== 'dropped')
    return Promise.all(used.map(async (each) => ({ ...each, model: await this.#open(each) })))
  }

  #open(stored: StoredModel): Promise<EmbeddingModel | undefined> {
    let opened = this.#opened.get(stored.name)
    if (opened === undefined) {
      opened = this.#tryOpen(stored)
      this.#opened.set(stored.name, opened)
    }
    return opened
  }

  async #tryOpen({ name, description }: StoredModel): Promise<EmbeddingModel | undefined> {
    try {
      const model = await this.#deps.open(description)
      if (model === undefined || model.id === name) return model
      // What is there now is another model, whose vectors mean something else.
      await model.close?.()
    } catch (error) {
      this.#deps.log.warn({ err: error, model: name }, 'an embedding model does not open any more')
    }
    return undefined
  }
}
