import { sql } from 'kysely'
import { listAttributes } from '../contacts/index.ts'
import type { Reader } from '../db/index.ts'
import { conversationData, defineColumns, person, qualifiedId, type Column } from './column.ts'
import type { Dataset } from './dataset.ts'
import { conversation } from './datasets/conversation.ts'
import { conversationPart } from './datasets/conversation-part.ts'
import { conversationRating } from './datasets/conversation-rating.ts'
import { conversationState } from './datasets/conversation-state.ts'
import { copilotQuestion } from './datasets/copilot-question.ts'
import { teammateHandling } from './datasets/teammate-handling.ts'
import { DATASETS_WITHOUT_ROWS } from './datasets/without-rows.ts'

/** Every dataset of the facts' list (§6.4). */
const DATASETS: readonly Dataset[] = [
  conversation,
  conversationPart,
  conversationState,
  conversationRating,
  teammateHandling,
  copilotQuestion,
  ...DATASETS_WITHOUT_ROWS,
]

/** A dataset with the columns that a workspace has of it. */
export interface ListedDataset extends Omit<Dataset, 'columns'> {
  readonly columns: readonly Column[]
}

export function findDataset(id: string): Dataset | undefined {
  return DATASETS.find((dataset) => dataset.id === id)
}

export async function listDatasets(db: Reader, workspaceId: number): Promise<ListedDataset[]> {
  const own = await ownColumns(db, workspaceId)
  return DATASETS.map((dataset) => ({ ...dataset, columns: columnsOf(dataset, own) }))
}

/** The columns of the dataset in this workspace. */
export async function listColumns(db: Reader, workspaceId: number, dataset: Dataset): Promise<readonly Column[]> {
  return columnsOf(dataset, dataset.hasOwnAttributes ? await ownColumns(db, workspaceId) : [])
}

function columnsOf(dataset: Dataset, own: readonly Column[]): readonly Column[] {
  return [...Object.values(dataset.columns), ...(dataset.hasOwnAttributes ? own : [])]
}

/** The attributes that the workspace defined, by their names (facts §6.2); dates as they were given. */
async function ownColumns(db: Reader, workspaceId: number): Promise<Column[]> {
  const attributes = await listAttributes(db, workspaceId)
  return attributes.flatMap(({ model, name }) =>
    Object.values(
      defineColumns({
        [name]:
          model === 'user'
            ? person(sql`u.attributes->>${name}::text`, ['u'], { name })
            : conversationData(sql`c.attributes->>${name}::text`, [], { name }),
      }),
    ),
  )
}

/**
 * Finds columns by their simple or their qualified ids (facts §6.3). A simple id of several means the first: the built-in
 * one before one of the workspace's own.
 * @returns a column for each id, undefined for one that names none
 */
export function resolveColumns(columns: readonly Column[], ids: readonly string[]): (Column | undefined)[] {
  const last = columns.toReversed()
  const byId = new Map([
    ...last.map((column) => [qualifiedId(column), column] as const),
    ...last.map((column) => [column.id, column] as const),
  ])
  return ids.map((id) => byId.get(id))
}
