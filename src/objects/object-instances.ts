import { isDeepStrictEqual } from 'node:util'
import { mergeAttributes } from '../contacts/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import { notFound, parameterInvalid, parseId, type Clock, type ListRequest, type ListResult } from '../kernel/index.ts'
import {
  deleteInstance,
  findInstance,
  insertInstance,
  listInstances,
  lockInstance,
  updateInstance,
  type InstanceContent,
  type InstanceFilter,
  type InstanceKey,
  type ObjectInstance,
} from './instance-store.ts'
import { activeAttributes, type ObjectAttribute, type ObjectType } from './object-type.ts'
import { presentInstances, type PresentedInstance } from './present-instance.ts'
import { readTime } from './read-time.ts'
import { readValues, type StoredValue } from './read-values.ts'
import { lockTargets, replaceReferences } from './references.ts'
import type { UpsertInstance } from './schemas.ts'
import { getSteadyType, getType } from './type-store.ts'

/** An instance's values together, as JSON. */
export const MAX_ATTRIBUTES_LENGTH = 100_000

/** An application may not take it (facts §5). */
const RESERVED_EXTERNAL_ID = 'reference_not_found'

const NOTHING: InstanceContent = { external_created_at: null, external_updated_at: null, attributes: {} }

/** Intercom's custom object instances (facts §5). */
export class ObjectInstances {
  readonly #db: Database
  readonly #clock: Clock

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  /**
   * Creates an instance, or brings that with the same external id up to date: what is not given stays, null clears.
   * An upsert that changes nothing leaves `updated_at` as it is.
   * @throws `not_found` for the type; `parameter_invalid`, naming the attribute, and then nothing is stored
   */
  upsert(workspaceId: number, identifier: string, body: UpsertInstance): Promise<PresentedInstance> {
    const now = new Date(this.#clock.now())
    return this.#db.transact(async (tx) => {
      const type = await getSteadyType(tx, workspaceId, identifier)
      if (body.external_id === RESERVED_EXTERNAL_ID) {
        throw parameterInvalid('external_id', `${RESERVED_EXTERNAL_ID} is reserved`)
      }
      const read = readValues(activeAttributes(type), body.custom_attributes ?? {})
      if ('field' in read) throw parameterInvalid(read.field, read.message)
      const change = { ...body, values: read.values, references: await matchReferences(tx, read.references) }
      return present(tx, type, await write(tx, type, change, now))
    })
  }

  /** @throws `not_found` */
  async get(workspaceId: number, identifier: string, key: InstanceKey): Promise<PresentedInstance> {
    const db = this.#db.reader
    const type = await getType(db, workspaceId, identifier)
    return present(db, type, await findInstance(db, workspaceId, type.id, key))
  }

  /** By its id, or by its external id when no instance of the type has that id. @throws `not_found` */
  async getByEither(workspaceId: number, identifier: string, text: string): Promise<PresentedInstance> {
    const db = this.#db.reader
    const type = await getType(db, workspaceId, identifier)
    const id = parseId(text)
    const found = id === undefined ? undefined : await findInstance(db, workspaceId, type.id, { id })
    return present(db, type, found ?? (await findInstance(db, workspaceId, type.id, { externalId: text })))
  }

  /** Newest first. @throws `not_found` for the type */
  async list(
    workspaceId: number,
    identifier: string,
    filter: InstanceFilter,
    request: ListRequest,
  ): Promise<ListResult<PresentedInstance>> {
    const db = this.#db.reader
    const type = await getType(db, workspaceId, identifier)
    const { items, totalCount } = await listInstances(db, workspaceId, type.id, filter, request)
    return { items: await presentInstances(db, type, items), totalCount }
  }

  /** Deletes it with all references to it. @throws `not_found` */
  delete(
    workspaceId: number,
    identifier: string,
    key: InstanceKey,
  ): Promise<{ readonly id: number; readonly type: ObjectType }> {
    return this.#db.transact(async (tx) => {
      const type = await getSteadyType(tx, workspaceId, identifier)
      const id = await deleteInstance(tx, workspaceId, type.id, key)
      if (id === undefined) throw notFound(INSTANCE)
      return { id, type }
    })
  }
}

export const INSTANCE = 'Custom object instance'

async function present(
  db: Parameters<typeof presentInstances>[0],
  type: ObjectType,
  instance: ObjectInstance | undefined,
): Promise<PresentedInstance> {
  const [presented] = instance === undefined ? [] : await presentInstances(db, type, [instance])
  if (presented === undefined) throw notFound(INSTANCE)
  return presented
}

/** Before the instance itself is locked: who erases a person locks in the same order. */
async function matchReferences(
  tx: Transaction,
  given: ReadonlyMap<ObjectAttribute, readonly number[]>,
): Promise<Map<ObjectAttribute, readonly number[]>> {
  const matched = new Map<ObjectAttribute, readonly number[]>()
  for (const target of ['contact', 'conversation', 'object'] as const) {
    for (const [attribute, ids] of given) {
      if (attribute.target !== target) continue
      const targets = await lockTargets(tx, attribute, ids)
      if (targets.length > 1 && !attribute.is_many) {
        const field = `custom_attributes.${attribute.name}`
        throw parameterInvalid(field, `${field} refers to one ${attribute.target_identifier ?? target}`)
      }
      matched.set(attribute, targets)
    }
  }
  return matched
}

interface Change extends UpsertInstance {
  readonly values: ReadonlyMap<string, StoredValue | null>
  readonly references: ReadonlyMap<ObjectAttribute, readonly number[]>
}

async function write(tx: Transaction, type: ObjectType, change: Change, now: Date): Promise<ObjectInstance> {
  const { workspace_id: workspaceId, id: typeId } = type
  const externalId = change.external_id ?? null
  const known = externalId === null ? undefined : await lockInstance(tx, workspaceId, typeId, { externalId })
  const content = merge(known ?? NOTHING, change)
  const instance = known ?? (await insertInstance(tx, workspaceId, typeId, externalId, content, now))
  // Another request made it at this moment, and what we give goes on top of it.
  if (instance === undefined) return write(tx, type, change, now)
  let isChanged = !isDeepStrictEqual(merge(instance, {}), content)
  for (const [attribute, targets] of change.references) {
    if (await replaceReferences(tx, instance.id, attribute, targets)) isChanged = true
  }
  return known !== undefined && isChanged ? updateInstance(tx, known, content, now) : instance
}

function merge(stored: InstanceContent, change: Partial<Change>): InstanceContent {
  const attributes = mergeAttributes(stored.attributes, Object.fromEntries(change.values ?? []))
  if (JSON.stringify(attributes).length > MAX_ATTRIBUTES_LENGTH) {
    throw parameterInvalid(
      'custom_attributes',
      `The values of an instance can have ${MAX_ATTRIBUTES_LENGTH} characters together`,
    )
  }
  return {
    external_created_at: mergeTime(stored.external_created_at, change.external_created_at),
    external_updated_at: mergeTime(stored.external_updated_at, change.external_updated_at),
    attributes,
  }
}

/** What can't be read as a time is stored as none (facts §5). */
function mergeTime(stored: Date | null, given: unknown): Date | null {
  if (given === undefined) return stored
  const seconds = readTime(given)
  return seconds === undefined ? null : new Date(seconds * 1_000)
}
