import { createHash, randomBytes } from 'node:crypto'
import type { Reader, Transaction } from '../db/index.ts'
import { DorsalError, type Clock } from '../kernel/index.ts'

/** What a token may be used for. The names of content and conversations are Intercom's own (facts §1.1, §2.5). */
export const SCOPES = [
  'read_write_ai_content',
  'ask',
  'read_conversations',
  'write_conversations',
  'read_custom_object_instances',
  'write_custom_object_instances',
  'export_reporting_data',
  'admin',
] as const
export type Scope = (typeof SCOPES)[number]

export interface Principal {
  readonly workspaceId: number
  readonly scopes: readonly string[]
}

/** A revoked token is refused at the latest after this time. */
const CACHE_MS = 5_000
const CACHE_ENTRIES = 10_000

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** 256 random bits: only its hash is stored. */
export function generateToken(): string {
  return `dorsal_${randomBytes(32).toString('base64url')}`
}

/** Stores a token's hash; the same token again keeps its row. */
export async function storeToken(
  tx: Transaction,
  token: { workspaceId: number; name: string; token: string; scopes: readonly Scope[] },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('access_token')
    .values({
      workspace_id: token.workspaceId,
      name: token.name,
      token_hash: hashToken(token.token),
      scopes: [...token.scopes],
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .execute()
}

/** Finds out who a bearer token stands for, remembering answers for a few seconds. */
export class TokenVerifier {
  readonly #db: Reader
  readonly #clock: Clock
  readonly #cache = new Map<string, { principal: Principal; until: number }>()

  constructor(db: Reader, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /**
   * @param header the Authorization header.
   * @throws `missing_authorization` without one, `unauthorized` for a token that is not known (facts §2.5).
   */
  async verify(header: string | undefined): Promise<Principal> {
    if (header === undefined || header === '') {
      throw new DorsalError('missing_authorization', 'No authorization was provided')
    }
    const token = /^Bearer +(\S+) *$/i.exec(header)?.[1]
    if (token === undefined) throw new DorsalError('unauthorized', 'Access Token Invalid')
    // Looked up by hash: neither the comparison's time nor the memory of this process tells the token.
    const hash = hashToken(token)
    const key = hash.toString('base64')
    const now = this.#clock.now()
    const cached = this.#cache.get(key)
    if (cached !== undefined && cached.until > now) return cached.principal

    const row = await this.#db
      .selectFrom('access_token')
      .select(['workspace_id', 'scopes'])
      .where('token_hash', '=', hash)
      .executeTakeFirst()
    this.#cache.delete(key)
    if (row === undefined) throw new DorsalError('unauthorized', 'Access Token Invalid')
    const principal: Principal = { workspaceId: row.workspace_id, scopes: row.scopes }
    if (this.#cache.size >= CACHE_ENTRIES) this.#cache.clear()
    this.#cache.set(key, { principal, until: now + CACHE_MS })
    return principal
  }
}

/** @throws `forbidden` with Intercom's wording (facts §2.5). */
export function requireScope(principal: Principal, scope: Scope): void {
  if (principal.scopes.includes(scope)) return
  throw new DorsalError('forbidden', `You do not have the required scope (${scope}) to access this resource`)
}
