import { sql } from 'kysely'
import type { Database, EmbeddingModelState, Reader, Transaction } from '../db/index.ts'
import type { Comparison } from './comparison.ts'
import type { ModelDescription } from './model-description.ts'
import type { ModelStates } from './model-states.ts'

export interface StoredModel {
  readonly id: number
  readonly name: string
  readonly description: ModelDescription
  readonly state: EmbeddingModelState
  /** Null until its first vector is made. */
  readonly dimensions: number | null
  readonly comparison: Comparison | null
}

export async function readModels(db: Reader): Promise<StoredModel[]> {
  const rows = await db
    .selectFrom('embedding_model')
    .select(['id', 'name', 'description', 'state', 'dimensions', 'comparison'])
    .orderBy('id')
    .execute()
  return rows as unknown as StoredModel[]
}

/** Adds the model, or says where it is to be found by now. */
export async function describeModel(
  tx: Transaction,
  name: string,
  description: ModelDescription,
  now: number,
): Promise<void> {
  const described = JSON.stringify(description)
  await tx
    .insertInto('embedding_model')
    .values({ name, description: described, state: 'retired', changed_at: new Date(now) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ description: described }))
    .execute()
}

/**
 * Moves the models to other states, one process at a time.
 * @param move undefined when what was asked for is not possible
 * @returns whether it was
 */
export function moveModels(
  db: Database,
  now: number,
  move: (states: ModelStates, tx: Transaction) => Promise<ModelStates | undefined>,
): Promise<boolean> {
  return db.transact(async (tx) => {
    await sql`lock table embedding_model in share row exclusive mode`.execute(tx)
    const states = new Map((await readModels(tx)).map(({ name, state }) => [name, state]))
    const next = await move(states, tx)
    if (next === undefined) return false
    const changes = [...next].filter(([name, state]) => states.get(name) !== state)
    // A place must be free before another takes it.
    for (const [name, state] of changes.toSorted(([, a], [, b]) => Number(isTaking(a)) - Number(isTaking(b)))) {
      const changed = { state, changed_at: new Date(now) }
      await tx.updateTable('embedding_model').set(changed).where('name', '=', name).execute()
    }
    return true
  })
}

function isTaking(state: EmbeddingModelState): boolean {
  return state !== 'retired' && state !== 'dropped'
}

export async function storeComparison(tx: Transaction, name: string, comparison: Comparison): Promise<void> {
  const stored = JSON.stringify(comparison)
  await tx.updateTable('embedding_model').set({ comparison: stored }).where('name', '=', name).execute()
}
