import { sql } from 'kysely'
import type { Database, Reader, Transaction } from '../../db/index.ts'
import { requireAudiences, toAudienceIds } from '../../library/index.ts'
import { DEFAULT_GUIDANCE, type Guidance } from './guidance.ts'
import type { GuidanceChange, GuidanceRule } from './schemas.ts'

/** All of it, as the operator wrote it. */
export interface StoredGuidance extends Omit<Guidance, 'rules'> {
  readonly rules: readonly StoredRule[]
}

interface StoredRule {
  readonly title: string
  readonly text: string
  readonly category: string
  readonly is_active: boolean
  /** Ascending. */
  readonly audience_ids: readonly number[]
}

export async function readStoredGuidance(db: Reader | Transaction, workspaceId: number): Promise<StoredGuidance> {
  const guidance = await db
    .selectFrom('guidance')
    .select(['tone', 'length', 'formality', 'language'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (guidance === undefined) return { ...DEFAULT_GUIDANCE, rules: [] }
  const rules = await db
    .selectFrom('guidance_rule')
    .select(['title', 'text', 'category', 'is_active'])
    .select(
      sql<number[]>`array(
        select held.audience_id from guidance_rule_audience held
        where held.workspace_id = guidance_rule.workspace_id and held.ordinal = guidance_rule.ordinal order by 1)`.as(
        'audience_ids',
      ),
    )
    .where('workspace_id', '=', workspaceId)
    .orderBy('ordinal')
    .execute()
  return { ...guidance, rules }
}

/** What is not given stays; rules are replaced as a whole. @throws as `requireAudiences` */
export function changeGuidance(
  db: Database,
  workspaceId: number,
  { rules, ...change }: GuidanceChange,
  now: Date,
): Promise<StoredGuidance> {
  return db.transact(async (tx) => {
    const { rules: _rules, ...defaults } = DEFAULT_GUIDANCE
    await tx
      .insertInto('guidance')
      .values({ workspace_id: workspaceId, ...defaults, ...change, updated_at: now })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ ...change, updated_at: now }))
      .execute()
    if (rules !== undefined) await replaceRules(tx, workspaceId, rules)
    return readStoredGuidance(tx, workspaceId)
  })
}

async function replaceRules(tx: Transaction, workspaceId: number, rules: readonly GuidanceRule[]): Promise<void> {
  await tx.deleteFrom('guidance_rule').where('workspace_id', '=', workspaceId).execute()
  for (const [ordinal, { audience_ids, ...rule }] of rules.entries()) {
    const own = { workspace_id: workspaceId, ordinal }
    const audiences = toAudienceIds(audience_ids) ?? []
    await requireAudiences(tx, workspaceId, audiences, `rules.${ordinal}.audience_ids`)
    await tx
      .insertInto('guidance_rule')
      .values({
        ...own,
        title: rule.title,
        text: rule.text,
        category: rule.category ?? 'everything_else',
        is_active: rule.is_active ?? true,
      })
      .execute()
    if (audiences.length === 0) continue
    await tx
      .insertInto('guidance_rule_audience')
      .values(audiences.map((audience_id) => ({ ...own, audience_id })))
      .execute()
  }
}
