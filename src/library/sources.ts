import { countLibraryChange, type Database, type SourceStatus, type SyncBehavior } from '../db/index.ts'
import { notFound, parameterInvalid, type Clock, type ListRequest, type ListResult } from '../kernel/index.ts'
import { requireAudiences } from './audiences.ts'
import {
  findSource,
  insertSource,
  listSources,
  lockSources,
  removeSource,
  setSourceAudiences,
  updateSource,
  type NewSource,
  type Source,
} from './source-store.ts'

export interface SourceUpdate {
  readonly url: string
  readonly syncBehavior: SyncBehavior
  /** Absent: unchanged (facts §1.2: the conservative reading). */
  readonly status?: SourceStatus | undefined
  /** Absent: unchanged. */
  readonly audienceIds?: readonly number[] | undefined
}

/** Content import sources: where pages come from, and who may be answered from them. */
export class Sources {
  readonly #db: Database
  readonly #clock: Clock

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  list(workspaceId: number, request: ListRequest): Promise<ListResult<Source>> {
    return listSources(this.#db.reader, workspaceId, request)
  }

  /** @throws `not_found` */
  async get(workspaceId: number, id: number): Promise<Source> {
    const source = await findSource(this.#db.reader, workspaceId, id)
    if (source === undefined) throw notFound('Content import source')
    return source
  }

  /** @throws `parameter_invalid` (404) for unknown audiences */
  create(workspaceId: number, source: NewSource, audienceIds: readonly number[] = []): Promise<Source> {
    const now = new Date(this.#clock.now())
    return this.#db.transact(async (tx) => {
      await requireAudiences(tx, workspaceId, audienceIds)
      const id = await insertSource(tx, workspaceId, source, now)
      await setSourceAudiences(tx, workspaceId, id, audienceIds)
      const created = await findSource(tx, workspaceId, id)
      if (created === undefined) throw new Error('a source vanished while it was created')
      return created
    })
  }

  /**
   * @throws `not_found`; `parameter_invalid` for a change to or from `api`, for another url of a source that is not
   * `api` (facts §1.2), and for unknown audiences (404)
   */
  update(workspaceId: number, id: number, update: SourceUpdate): Promise<Source> {
    const now = new Date(this.#clock.now())
    return this.#db.transact(async (tx) => {
      const stored = (await lockSources(tx, workspaceId, [id])).get(id)
      if (stored === undefined) throw notFound('Content import source')
      if ((stored.sync_behavior === 'api') !== (update.syncBehavior === 'api')) {
        throw parameterInvalid('sync_behavior', 'sync_behavior can not be changed to or from api')
      }
      if (stored.sync_behavior !== 'api' && stored.url !== update.url) {
        throw parameterInvalid('url', 'url can be changed only if sync_behavior is api')
      }
      await updateSource(tx, workspaceId, id, { ...update, status: update.status ?? stored.status }, now)
      if (update.audienceIds !== undefined) {
        await requireAudiences(tx, workspaceId, update.audienceIds)
        await setSourceAudiences(tx, workspaceId, id, update.audienceIds)
      }
      const updated = await findSource(tx, workspaceId, id)
      if (updated === undefined) throw new Error('a locked source vanished')
      await countLibraryChange(tx, workspaceId)
      return updated
    })
  }

  /** Deletes the source and all its pages. @throws `not_found` */
  async delete(workspaceId: number, id: number): Promise<void> {
    await this.#db.transact(async (tx) => {
      if (!(await removeSource(tx, workspaceId, id))) throw notFound('Content import source')
      await countLibraryChange(tx, workspaceId)
    })
  }
}
