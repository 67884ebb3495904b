import { sql } from 'kysely'
import { termsToFind, type Language, type QueryTerm } from '../../analysis/index.ts'
import { runPrepared, type Database } from '../../db/index.ts'
import { isOpenTo, NO_IMPACTS, readImpacts, type Asker, type Synonyms } from '../../retrieval/index.ts'
import type { HandWritten } from '../answer.ts'
import { weighTerms } from '../weigh-terms.ts'
import { compareQuestions, keyOf, MATCH_THRESHOLD, MIN_SHARED_WORDS, shareOf, wordsOf } from './match-question.ts'

/** Examples that are compared with a question, those that share most words first. */
const CANDIDATES = 20

export interface FindCustomAnswerDeps {
  readonly db: Database
  readonly synonyms: Synonyms
}

export interface FoundCustomAnswer extends HandWritten {
  /** 1 for the same question; else the share of the longer question that the shorter one holds. */
  readonly confidence: number
}

/** The custom answer that this asker gets for a question. Of equal ones, that for an audience; then by identifier. */
export async function findCustomAnswer(
  { db, synonyms }: FindCustomAnswerDeps,
  question: string,
  asker: Asker,
): Promise<FoundCustomAnswer | undefined> {
  const asked = new Map<Language, QueryTerm[]>()
  for (const language of await listLanguages(db, asker.workspaceId)) {
    const terms = wordsOf(question, language)
    asked.set(language, await synonyms.addTo(asker.workspaceId, question, terms, [language]))
  }
  if (asked.size === 0) return undefined
  const candidates = await listCandidates(db, question, [...asked.values()], asker)
  const compared = candidates.map((candidate) => ({
    candidate,
    overlap: candidate.is_identical
      ? ({ kind: 'same' } as const)
      : compareQuestions(question, asked.get(candidate.language) ?? [], candidate),
  }))
  const longer = compared.flatMap(({ overlap }) => (overlap.kind === 'longer' ? overlap.longer : []))
  const impacts = longer.length === 0 ? NO_IMPACTS : await readImpacts(db, asker, termsToFind(longer))

  let best: FoundCustomAnswer | undefined
  for (const { candidate, overlap } of compared) {
    if (overlap.kind === 'none') continue
    const share = overlap.kind === 'same' ? 1 : shareOf(weighTerms(overlap.longer, impacts), overlap.shorter)
    // The first of equals stays: they come in order.
    if (share < MATCH_THRESHOLD || share <= (best?.confidence ?? 0)) continue
    const { identifier, question: example, html, text } = candidate
    best = { identifier, example, html, text, confidence: share }
  }
  return best
}

/** Examples are analysed as the language of their custom answer, so a question is analysed as each of them. */
async function listLanguages(db: Database, workspaceId: number): Promise<Language[]> {
  const rows = await runPrepared(
    db,
    sql<{ language: string }>`
      select distinct language from custom_answer where workspace_id = ${workspaceId} and is_active order by 1`,
  )
  return rows.map(({ language }) => language)
}

interface Candidate {
  readonly identifier: string
  readonly language: string
  readonly html: string
  readonly text: string
  readonly question: string
  readonly terms: string[]
  readonly is_identical: boolean
}

/**
 * The examples of this asker's custom answers that share most with the question, among those that may match it: one of
 * the two holds all words of the other. Each limit of 1 keeps the planner to this order: of a table that it knows nothing
 * about yet it would compare every row with every other.
 */
function listCandidates(
  db: Database,
  question: string,
  asked: readonly (readonly QueryTerm[])[],
  asker: Asker,
): Promise<Candidate[]> {
  const { workspaceId, agent } = asker
  const length = Math.max(...asked.map((terms) => terms.length))
  // An example that holds all of the question has so many terms of it at least.
  const whole = Math.max(MIN_SHARED_WORDS, Math.min(...asked.map(countDistinctly)))
  const key = keyOf(question)
  const held = sql`
    select held.audience_id from custom_answer_audience held
    where held.workspace_id = a.workspace_id and held.custom_answer_id = a.id`
  return runPrepared(
    db,
    sql<Candidate>`
      select best.identifier, best.language, best.html, best.text, best.question, best.is_identical, array(
        select t.term from custom_answer_term t
        where t.workspace_id = ${workspaceId} and t.custom_answer_id = best.id and t.ordinal = best.ordinal) as terms
      from (
        select a.*, q.ordinal, q.question, q.is_identical, q.overlap, exists (${held}) as is_for_audience
        from (
          select custom_answer_id, ordinal, max(shared) as shared
          from (
            select custom_answer_id, ordinal, term_count as shared from custom_answer_question
            where workspace_id = ${workspaceId} and key = ${key}
            union all
            select custom_answer_id, ordinal, count(*) as shared from custom_answer_term
            where workspace_id = ${workspaceId} and term = any(${termsToFind(asked.flat())}::text[])
            group by custom_answer_id, ordinal
            having count(*) >= ${sql.lit(MIN_SHARED_WORDS)}
          ) each
          group by custom_answer_id, ordinal
        ) found
        cross join lateral (
          select q.custom_answer_id, q.ordinal, q.question, q.key = ${key} as is_identical,
            found.shared::float8 / greatest(q.term_count, ${length}::int) as overlap
          from custom_answer_question q
          where q.workspace_id = ${workspaceId} and q.custom_answer_id = found.custom_answer_id
            and q.ordinal = found.ordinal and found.shared >= least(q.term_count, ${whole}::int)
          limit 1
        ) q
        cross join lateral (
          select a.workspace_id, a.id, a.identifier, a.language, a.html, a.text from custom_answer a
          where a.workspace_id = ${workspaceId} and a.id = q.custom_answer_id and a.is_active
            and ${agent === 'ai_agent' ? sql`a.ai_agent` : sql`a.ai_copilot`} and ${isOpenTo(asker, held)}
          limit 1
        ) a
        order by q.is_identical desc, q.overlap desc, is_for_audience desc, a.identifier, q.ordinal
        limit ${sql.lit(CANDIDATES)}
      ) best
      order by best.is_for_audience desc, best.identifier, best.ordinal`,
  )
}

/** How many terms a question's words are at least: those with synonyms may all mean one. */
function countDistinctly(words: readonly QueryTerm[]): number {
  const alone = words.filter(({ synonyms }) => synonyms === undefined).length
  return alone === words.length ? alone : alone + 1
}
