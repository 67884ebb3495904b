import { randomBytes } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import type { Database, EventFamily, Schema, Transaction } from '../db/index.ts'
import { DorsalError, notFound, parameterInvalid, type Clock } from '../kernel/index.ts'
import { HEALTHY } from './retry-policy.ts'
import { healthColumns } from './store-outcomes.ts'

export type Webhook = Selectable<Schema['webhook']>

export interface NewWebhook {
  readonly family: EventFamily
  readonly url: string
  readonly topics?: readonly string[] | undefined
  /** Absent: one is made. */
  readonly secret?: string | undefined
  readonly authenticationToken?: string | null | undefined
}

/** What is absent stays as it is. */
export interface WebhookUpdate {
  readonly url?: string | undefined
  readonly topics?: readonly string[] | undefined
  readonly authenticationToken?: string | null | undefined
  readonly state?: 'active' | 'disabled' | undefined
}

export const MAX_WEBHOOKS = 20

/** Who is told what happens. Intercom has one callback URL for each family (facts §3.4, §4.6); here are several. */
export class Webhooks {
  readonly #db: Database
  readonly #clock: Clock

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  /** Oldest first. */
  list(workspaceId: number): Promise<Webhook[]> {
    return this.#db.reader
      .selectFrom('webhook')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .orderBy('id')
      .execute()
  }

  /** @throws `not_found` */
  async get(workspaceId: number, id: number): Promise<Webhook> {
    const webhook = await this.#db.reader
      .selectFrom('webhook')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (webhook === undefined) throw notFound('Webhook')
    return webhook
  }

  /** @throws what `requireFitting` throws; `resource_conflict` when there are too many already */
  create(workspaceId: number, webhook: NewWebhook): Promise<Webhook> {
    const { family, url, topics, secret = generateSecret(), authenticationToken = null } = webhook
    requireFitting(family, { topics, authenticationToken })
    if (family === 'notification' && topics === undefined) {
      throw new DorsalError('parameter_not_found', 'topics is a required parameter', { field: 'topics' })
    }
    const now = new Date(this.#clock.now())
    return this.#db.transact(async (tx) => {
      // Whoever adds another one at the same time waits here, and counts this one.
      await sql`select from workspace where id = ${workspaceId} for no key update`.execute(tx)
      const { count } = await tx
        .selectFrom('webhook')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirstOrThrow()
      if (count >= MAX_WEBHOOKS) {
        throw new DorsalError('resource_conflict', `A workspace has at most ${MAX_WEBHOOKS} webhooks`)
      }
      return tx
        .insertInto('webhook')
        .values({
          workspace_id: workspaceId,
          family,
          url,
          topics: [...(topics ?? [])],
          secret,
          authentication_token: authenticationToken,
          ...healthColumns(HEALTHY),
          created_at: now,
          updated_at: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
    })
  }

  /**
   * `state: active` forgets past failures and makes all that waits due, each with its full time for retries.
   * @throws `not_found`; what `requireFitting` throws
   */
  update(workspaceId: number, id: number, update: WebhookUpdate): Promise<Webhook> {
    const { url, topics, authenticationToken, state } = update
    return this.#db.transact(async (tx) => {
      const stored = await lockWebhook(tx, workspaceId, id)
      requireFitting(stored.family, { topics, authenticationToken })
      const now = new Date(this.#clock.now())
      if (state === 'active') await restartPending(tx, workspaceId, id, now)
      return tx
        .updateTable('webhook')
        .set({
          ...(url === undefined ? {} : { url }),
          ...(topics === undefined ? {} : { topics: [...topics] }),
          ...(authenticationToken === undefined ? {} : { authentication_token: authenticationToken }),
          ...(state === 'active' ? healthColumns(HEALTHY) : {}),
          ...(state === 'disabled' ? { state, state_reason: 'Disabled by the API', not_before: null } : {}),
          updated_at: now,
        })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
    })
  }

  /** The old secret is of no use from the next attempt on. @throws `not_found` */
  async rotateSecret(workspaceId: number, id: number): Promise<Webhook> {
    const rotated = await this.#db.transact((tx) =>
      tx
        .updateTable('webhook')
        .set({ secret: generateSecret(), updated_at: new Date(this.#clock.now()) })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst(),
    )
    if (rotated === undefined) throw notFound('Webhook')
    return rotated
  }

  /** Deletes it with its deliveries. @throws `not_found` */
  async delete(workspaceId: number, id: number): Promise<void> {
    const { numDeletedRows } = await this.#db.transact((tx) =>
      tx.deleteFrom('webhook').where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirstOrThrow(),
    )
    if (numDeletedRows === 0n) throw notFound('Webhook')
  }
}

/** 256 random bits. Not in hex: some receivers would try to decode that (facts §4.6). */
function generateSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** @throws `parameter_invalid` for topics or an authentication token where the family has none */
function requireFitting(
  family: EventFamily,
  { topics, authenticationToken }: Pick<WebhookUpdate, 'topics' | 'authenticationToken'>,
): void {
  if (family !== 'notification' && topics !== undefined) {
    throw parameterInvalid('topics', `topics is only for the family notification; ${family} has no topics`)
  }
  if (family !== 'custom_channel' && authenticationToken !== undefined && authenticationToken !== null) {
    throw parameterInvalid('authentication_token', 'authentication_token is only for the family custom_channel')
  }
}

/** @throws `not_found` */
export async function lockWebhook(tx: Transaction, workspaceId: number, id: number): Promise<Webhook> {
  const webhook = await tx
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (webhook === undefined) throw notFound('Webhook')
  return webhook
}

async function restartPending(tx: Transaction, workspaceId: number, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ due_at: now, attempt_count: 0, first_sent_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('webhook_id', '=', id)
    .where('state', '=', 'pending')
    .where('attempt_count', '>', 0)
    .execute()
}
