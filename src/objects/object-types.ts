import { isDeepStrictEqual } from 'node:util'
import type { Database, Transaction } from '../db/index.ts'
import { DorsalError, parameterInvalid, type Clock } from '../kernel/index.ts'
import type { ObjectAttribute, ObjectType } from './object-type.ts'
import { planDefinition, type AttributeContent, type AttributeTarget, type DefinitionPlan } from './plan-definition.ts'
import { MAX_TYPES, type DefineObjectType } from './schemas.ts'
import { anyOf, getType, IDENTIFIER, listTypes, lockDefinitions } from './type-store.ts'

/** Types of custom objects; at Intercom they are made on a screen (facts §5). */
export class ObjectTypes {
  readonly #db: Database
  readonly #clock: Clock

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  list(workspaceId: number): Promise<ObjectType[]> {
    return listTypes(this.#db.reader, workspaceId)
  }

  /** @throws `not_found` */
  get(workspaceId: number, identifier: string): Promise<ObjectType> {
    return getType(this.#db.reader, workspaceId, identifier)
  }

  /**
   * Creates the type, or brings it to this definition; the same definition again changes nothing. The identifier keeps
   * the case that it was first written in.
   * @throws `parameter_invalid`; `conflict`, naming the field, for what stored instances would contradict
   */
  define(workspaceId: number, identifier: string, definition: DefineObjectType): Promise<ObjectType> {
    requireIdentifier(identifier)
    const now = new Date(this.#clock.now())
    return this.#db.transact(async (tx) => {
      await lockDefinitions(tx, workspaceId)
      const aliases = [...new Set(definition.aliases)]
      const type = await findOrCreate(tx, workspaceId, identifier, aliases, now)
      const targets = await readTargets(tx, workspaceId)
      const plan = planDefinition(type.attributes, definition.attributes, (name) => targets.get(name.toLowerCase()))
      if ('code' in plan) throw new DorsalError(plan.code, plan.message, { field: plan.field })
      const isSame = plan.added.length + plan.changed.length === 0 && isDeepStrictEqual(type.aliases, aliases)
      if (isSame) return type
      await refuseToNarrow(tx, workspaceId, definition, plan.narrowed)
      await store(tx, type, aliases, plan, now)
      return getType(tx, workspaceId, identifier)
    })
  }

  /**
   * Deletes the type, and with it the attributes of other types that refer to it.
   * @param withInstances whether to delete its instances too
   * @throws `not_found`; `conflict` when it has instances that are to stay
   */
  delete(workspaceId: number, identifier: string, withInstances: boolean): Promise<void> {
    return this.#db.transact(async (tx) => {
      await lockDefinitions(tx, workspaceId)
      const type = await getType(tx, workspaceId, identifier)
      const instance = await tx
        .selectFrom('object_instance')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('type_id', '=', type.id)
        .limit(1)
        .executeTakeFirst()
      if (instance !== undefined && !withInstances) {
        const message = `\`${type.identifier}\` has instances; delete_instances=true deletes them with it`
        throw new DorsalError('conflict', message, { field: 'delete_instances' })
      }
      await tx.deleteFrom('object_type').where('workspace_id', '=', workspaceId).where('id', '=', type.id).execute()
    })
  }
}

/** What may be referred to besides other types; no type can be called so. */
const OTHER_TARGETS = ['contact', 'conversation'] as const

function requireIdentifier(identifier: string): void {
  if (!IDENTIFIER.test(identifier)) {
    const message =
      'An identifier has 1 to 100 letters from a to z, digits, "_", "-" and spaces, and begins with a letter'
    throw parameterInvalid('identifier', message)
  }
  if (OTHER_TARGETS.some((target) => target === identifier.toLowerCase())) {
    throw parameterInvalid('identifier', `${identifier} is reserved`)
  }
}

async function findOrCreate(
  tx: Transaction,
  workspaceId: number,
  identifier: string,
  aliases: readonly string[],
  now: Date,
): Promise<ObjectType> {
  const types = await listTypes(tx, workspaceId)
  const known = types.find((type) => type.identifier.toLowerCase() === identifier.toLowerCase())
  if (known !== undefined) return known
  if (types.length >= MAX_TYPES) throw parameterInvalid('identifier', `There can be ${MAX_TYPES} object types`)
  const created = await tx
    .insertInto('object_type')
    .values({ workspace_id: workspaceId, identifier, aliases: [...aliases], created_at: now, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...created, attributes: [] }
}

async function readTargets(tx: Transaction, workspaceId: number): Promise<Map<string, AttributeTarget>> {
  const types = await tx
    .selectFrom('object_type')
    .select(['id', 'identifier'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const targets = new Map<string, AttributeTarget>()
  for (const target of OTHER_TARGETS) targets.set(target, { target, target_type_id: null })
  for (const { id, identifier } of types) {
    targets.set(identifier.toLowerCase(), { target: 'object', target_type_id: id })
  }
  return targets
}

async function refuseToNarrow(
  tx: Transaction,
  workspaceId: number,
  { attributes }: DefineObjectType,
  narrowed: readonly ObjectAttribute[],
): Promise<void> {
  if (narrowed.length === 0) return
  const several = await tx
    .selectFrom('object_reference')
    .select('attribute_id')
    .where('workspace_id', '=', workspaceId)
    .where('attribute_id', '=', anyOf(narrowed.map(({ id }) => id)))
    .groupBy(['attribute_id', 'instance_id'])
    .having((eb) => eb.fn.countAll<number>(), '>', 1)
    .limit(1)
    .executeTakeFirst()
  const name = narrowed.find(({ id }) => id === several?.attribute_id)?.name
  if (name === undefined) return
  const field = `attributes.${attributes.findIndex((attribute) => attribute.name === name)}.many`
  throw new DorsalError('conflict', `Instances have several references in ${name}`, { field })
}

async function store(
  tx: Transaction,
  type: ObjectType,
  aliases: readonly string[],
  { added, changed }: DefinitionPlan,
  now: Date,
): Promise<void> {
  const { workspace_id, id: type_id } = type
  const toRow = (content: AttributeContent) => ({
    ...content,
    options: JSON.stringify(content.options),
    updated_at: now,
  })
  for (const content of added) {
    await tx
      .insertInto('object_attribute')
      .values({ ...toRow(content), workspace_id, type_id, created_at: now })
      .execute()
  }
  for (const { id, content } of changed) {
    await tx
      .updateTable('object_attribute')
      .set(toRow(content))
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute()
  }
  await tx
    .updateTable('object_type')
    .set({ aliases: [...aliases], updated_at: now })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', type_id)
    .execute()
}
