import { sql } from 'kysely'
import type { Reader, Transaction } from '../db/index.ts'
import { DorsalError } from '../kernel/index.ts'
import type { ObjectAttribute, ObjectType } from './object-type.ts'

export const IDENTIFIER = /^[A-Za-z](?:[\w -]{0,98}[\w-])?$/

/** Intercom's words (facts §5), for every operation that names a type. */
export function typeNotFound(identifier: string): DorsalError {
  return new DorsalError('not_found', `Custom object type \`${identifier}\` not found`)
}

/** Types with all their attributes, ordered by identifier. */
export async function listTypes(db: Reader | Transaction, workspaceId: number): Promise<ObjectType[]> {
  const types = await selectTypes(db, workspaceId)
    .orderBy(sql`lower(identifier)`)
    .execute()
  return withAttributes(db, workspaceId, types)
}

export async function findTypes(
  db: Reader | Transaction,
  workspaceId: number,
  ids: readonly number[],
): Promise<ObjectType[]> {
  if (ids.length === 0) return []
  const types = await selectTypes(db, workspaceId).where('id', '=', anyOf(ids)).execute()
  return withAttributes(db, workspaceId, types)
}

/** The type with this identifier, whatever its case. @throws `not_found` */
export async function getType(db: Reader | Transaction, workspaceId: number, identifier: string): Promise<ObjectType> {
  // What can be no identifier is not asked for: it may be nothing that the database can hold.
  if (!IDENTIFIER.test(identifier)) throw typeNotFound(identifier)
  return withItsAttributes(db, await selectCalled(db, workspaceId, identifier).executeTakeFirst(), identifier)
}

/** The same, and its definition stays as it is until the transaction ends. @throws `not_found` */
export async function getSteadyType(tx: Transaction, workspaceId: number, identifier: string): Promise<ObjectType> {
  if (!IDENTIFIER.test(identifier)) throw typeNotFound(identifier)
  const locked = await selectCalled(tx, workspaceId, identifier).forShare().executeTakeFirst()
  return withItsAttributes(tx, locked, identifier)
}

function selectCalled(db: Reader | Transaction, workspaceId: number, identifier: string) {
  return selectTypes(db, workspaceId).where(isCalled(identifier))
}

async function withItsAttributes(
  db: Reader | Transaction,
  found: Omit<ObjectType, 'attributes'> | undefined,
  identifier: string,
): Promise<ObjectType> {
  const [type] = found === undefined ? [] : await withAttributes(db, found.workspace_id, [found])
  if (type === undefined) throw typeNotFound(identifier)
  return type
}

/** Lets one transaction at a time change definitions, after those that use them. */
export async function lockDefinitions(tx: Transaction, workspaceId: number): Promise<void> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
  await selectTypes(tx, workspaceId).orderBy('id').forUpdate().execute()
}

export function isCalled(identifier: string) {
  return sql<boolean>`lower(identifier) = lower(${identifier})`
}

export function anyOf(ids: readonly number[]) {
  return sql<number>`any(${[...ids]}::int[])`
}

function selectTypes(db: Reader | Transaction, workspaceId: number) {
  return db.selectFrom('object_type').selectAll().where('workspace_id', '=', workspaceId)
}

async function withAttributes(
  db: Reader | Transaction,
  workspaceId: number,
  types: readonly Omit<ObjectType, 'attributes'>[],
): Promise<ObjectType[]> {
  if (types.length === 0) return []
  const rows = await db
    .selectFrom('object_attribute as attribute')
    .leftJoin('object_type as target', (join) =>
      join
        .onRef('target.workspace_id', '=', 'attribute.workspace_id')
        .onRef('target.id', '=', 'attribute.target_type_id'),
    )
    .selectAll('attribute')
    .select('target.identifier as target_identifier')
    .where('attribute.workspace_id', '=', workspaceId)
    .where('attribute.type_id', '=', anyOf(types.map(({ id }) => id)))
    .orderBy('attribute.id')
    .execute()
  const byType = Map.groupBy(rows as ObjectAttribute[], ({ type_id }) => type_id)
  return types.map((type) => ({ ...type, attributes: byType.get(type.id) ?? [] }))
}
