import { sql, type Selectable } from 'kysely'
import { detectLanguage } from '../../analysis/index.ts'
import { readPage, type Reader, type Schema, type Transaction } from '../../db/index.ts'
import { requireAudiences } from '../../library/index.ts'
import type { ListRequest, ListResult } from '../../kernel/index.ts'
import { keyOf, wordsOf } from './match-question.ts'

type Row = Omit<Selectable<Schema['custom_answer']>, 'workspace_id' | 'id' | 'language'>

export interface CustomAnswer extends Row {
  readonly questions: readonly string[]
  /** Ascending. */
  readonly audience_ids: readonly number[]
}

export type CustomAnswerContent = Omit<CustomAnswer, 'created_at' | 'updated_at'>

const questions = sql<string[]>`array(
  select q.question from custom_answer_question q
  where q.workspace_id = custom_answer.workspace_id and q.custom_answer_id = custom_answer.id order by q.ordinal)`

const audienceIds = sql<number[]>`array(
  select held.audience_id from custom_answer_audience held
  where held.workspace_id = custom_answer.workspace_id and held.custom_answer_id = custom_answer.id order by 1)`

function select(db: Reader | Transaction, workspaceId: number) {
  return db
    .selectFrom('custom_answer')
    .select(['identifier', 'html', 'text', 'ai_agent', 'ai_copilot', 'is_active', 'created_at', 'updated_at'])
    .select([questions.as('questions'), audienceIds.as('audience_ids')])
    .where('workspace_id', '=', workspaceId)
}

export function selectCustomAnswer(
  db: Reader | Transaction,
  workspaceId: number,
  identifier: string,
): Promise<CustomAnswer | undefined> {
  return select(db, workspaceId).where('identifier', '=', identifier).executeTakeFirst()
}

/** By identifier. */
export function listCustomAnswers(
  db: Reader,
  workspaceId: number,
  request: ListRequest,
): Promise<ListResult<CustomAnswer>> {
  return readPage(select(db, workspaceId).orderBy('identifier'), request)
}

/** Creates it or replaces it, with its examples as they are looked up. @throws as `requireAudiences` */
export async function storeCustomAnswer(
  tx: Transaction,
  workspaceId: number,
  { questions: examples, audience_ids, ...answer }: CustomAnswerContent,
  now: Date,
): Promise<void> {
  await requireAudiences(tx, workspaceId, audience_ids)
  // Short texts are hard to tell apart; together they are not so short.
  const language = detectLanguage([...examples, answer.text].join('\n'))
  const row = { ...answer, language, updated_at: now }
  const { id } = await tx
    .insertInto('custom_answer')
    .values({ workspace_id: workspaceId, ...row, created_at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'identifier']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  const own = { workspace_id: workspaceId, custom_answer_id: id }
  for (const table of ['custom_answer_question', 'custom_answer_audience'] as const) {
    await tx.deleteFrom(table).where('workspace_id', '=', workspaceId).where('custom_answer_id', '=', id).execute()
  }
  const analysed = examples.map((question, ordinal) => ({
    question,
    ordinal,
    terms: wordsOf(question, language).flatMap(({ variants }) => variants),
  }))
  await tx
    .insertInto('custom_answer_question')
    .values(
      analysed.map(({ question, ordinal, terms }) => ({
        ...own,
        ordinal,
        question,
        key: keyOf(question),
        term_count: terms.length,
      })),
    )
    .execute()
  const terms = analysed.flatMap(({ ordinal, terms: each }) => each.map((term) => ({ ordinal, term })))
  await sql`
    insert into custom_answer_term (workspace_id, custom_answer_id, ordinal, term)
    select ${workspaceId}, ${id}, each.ordinal, each.term
    from unnest(${terms.map(({ ordinal }) => ordinal)}::int[], ${terms.map(({ term }) => term)}::text[])
      each(ordinal, term)`.execute(tx)
  if (audience_ids.length > 0) {
    await tx
      .insertInto('custom_answer_audience')
      .values(audience_ids.map((audience_id) => ({ ...own, audience_id })))
      .execute()
  }
}
