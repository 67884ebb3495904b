import { sql, type Selectable } from 'kysely'
import { countLibraryChange, type Database, type Schema, type Transaction } from '../db/index.ts'
import { DorsalError, MAX_ID, notFound, type Clock } from '../kernel/index.ts'
import type { AudienceRule } from './audience-rule.ts'

export type Audience = Omit<Selectable<Schema['audience']>, 'rule'> & {
  readonly rule: AudienceRule
  /** Sources that hold it, ascending. */
  readonly source_ids: readonly number[]
}

export interface AudienceContent {
  readonly name: string
  readonly rule: AudienceRule
}

const sourceIds = sql<number[]>`array(
  select sa.source_id from source_audience sa
  where sa.workspace_id = audience.workspace_id and sa.audience_id = audience.id order by 1)`.as('source_ids')

/** Named rules over user attributes; a source may hold several and any of them opens it (facts §7.3). */
export class Audiences {
  readonly #db: Database
  readonly #clock: Clock

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  async list(workspaceId: number): Promise<Audience[]> {
    const rows = await this.#db.reader
      .selectFrom('audience')
      .selectAll()
      .select(sourceIds)
      .where('workspace_id', '=', workspaceId)
      .orderBy('id')
      .execute()
    return rows as Audience[]
  }

  create(workspaceId: number, content: AudienceContent): Promise<Audience> {
    const now = new Date(this.#clock.now())
    return this.#db.transact(async (tx) => {
      const { id } = await tx
        .insertInto('audience')
        .values({
          workspace_id: workspaceId,
          name: content.name,
          rule: JSON.stringify(content.rule),
          created_at: now,
          updated_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return getAudience(tx, workspaceId, id)
    })
  }

  /** Takes effect with the next question. @throws `not_found` */
  update(workspaceId: number, id: number, content: AudienceContent): Promise<Audience> {
    return this.#db.transact(async (tx) => {
      await tx
        .updateTable('audience')
        .set({ name: content.name, rule: JSON.stringify(content.rule), updated_at: new Date(this.#clock.now()) })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      const audience = await getAudience(tx, workspaceId, id)
      await countLibraryChange(tx, workspaceId)
      return audience
    })
  }

  /**
   * @throws `not_found`; `resource_conflict` while something holds it, because what loses its last audience is open to
   * everyone.
   */
  delete(workspaceId: number, id: number): Promise<void> {
    return this.#db.transact(async (tx) => {
      // The row lock makes a source that takes the audience at this moment wait, and then fail.
      await tx
        .selectFrom('audience')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .forUpdate()
        .execute()
      const { source_ids: sources } = await getAudience(tx, workspaceId, id)
      const holders = [
        ...(sources.length === 0 ? [] : [`content import sources ${sources.join(', ')}`]),
        ...(await listOtherHolders(tx, workspaceId, id)),
      ]
      if (holders.length > 0) {
        throw new DorsalError(
          'resource_conflict',
          `Audience ${id} is held by ${holders.join(' and ')}; remove it from them first`,
        )
      }
      await tx.deleteFrom('audience').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
    })
  }
}

async function getAudience(tx: Transaction, workspaceId: number, id: number): Promise<Audience> {
  const row = await tx
    .selectFrom('audience')
    .selectAll()
    .select(sourceIds)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('Audience')
  return row as Audience
}

/** In words: the custom answers and the rules of the guidance that hold an audience. */
async function listOtherHolders(tx: Transaction, workspaceId: number, id: number): Promise<string[]> {
  const { rows } = await sql<{ answers: string | null; rules: string | null }>`
    select
      (select string_agg(a.identifier, ', ' order by a.identifier)
        from custom_answer_audience held
        join custom_answer a on a.workspace_id = held.workspace_id and a.id = held.custom_answer_id
        where held.workspace_id = ${workspaceId} and held.audience_id = ${id}) as answers,
      (select string_agg(r.title, ', ' order by r.ordinal)
        from guidance_rule_audience held
        join guidance_rule r on r.workspace_id = held.workspace_id and r.ordinal = held.ordinal
        where held.workspace_id = ${workspaceId} and held.audience_id = ${id}) as rules`.execute(tx)
  const { answers = null, rules = null } = rows[0] ?? {}
  return [
    ...(answers === null ? [] : [`custom answers ${answers}`]),
    ...(rules === null ? [] : [`guidance rules ${rules}`]),
  ]
}

/**
 * Locks these audiences against deletion.
 * @param field where they stand in the request
 * @throws `parameter_invalid` with status 404 that names the unknown ones, as Intercom answers (facts §1.5).
 */
export async function requireAudiences(
  tx: Transaction,
  workspaceId: number,
  ids: readonly number[],
  field = 'audience_ids',
): Promise<void> {
  const storable = ids.filter((id) => id > 0 && id <= MAX_ID)
  const found = await tx
    .selectFrom('audience')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${storable}::int[])`)
    .forKeyShare()
    .execute()
  const known = new Set(found.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    throw new DorsalError('parameter_invalid', `${field} contains unknown audience IDs: ${unknown.join(', ')}`, {
      field,
      status: 404,
    })
  }
}
