import { readLibraryRevision, type Database } from '../../db/index.ts'
import type { Answer, Answerer, AnswerRequest } from '../answer.ts'
import type { Evidence } from '../evidence.ts'
import { decideExtractively } from '../extractive-answerer.ts'
import { NoRecordedReply, recordedModel } from '../generated/model-reply.ts'
import { makeModelAnswerer } from '../generated/model-answerer.ts'
import { findAnswer, findRevisions } from './answer-store.ts'
import { compareStatements, type StatementChanges } from './compare-statements.ts'
import { findDifferences, type Difference } from './differences.ts'
import { readOutcome, writeOutcome, type Outcome } from './outcome.ts'
import type { AnswerSettings, StoredAnswer } from './stored-answer.ts'
import { referencesOf, unpackEvidence } from './stored-evidence.ts'

/**
 * `stored`: from what the answer was made from, a model's replies included; `model`: from the same passages, but the model
 * is asked again; `current`: on today's library, for the same asker.
 */
export const REPLAY_TARGETS = ['stored', 'model', 'current'] as const
export type ReplayTarget = (typeof REPLAY_TARGETS)[number]

export interface ReplayDeps {
  readonly db: Database
  /** Asks anew; what it answers is not stored. */
  readonly answer: Answerer
  readonly readSettings: () => Promise<AnswerSettings>
  /** Lets the model answer from what another answerer finds; undefined where none is configured. */
  readonly answerByModel: ((extractive: Answerer) => Answerer) | undefined
}

/**
 * Why there is nothing to compare: words that were used are gone, nothing was searched, no model is configured, it gives
 * no answer, or what it would be asked by the rules of today it was not asked then.
 */
export type ReplayObstacle = 'page_deleted' | 'no_evidence' | 'no_model' | 'model_unavailable' | 'no_reply'

export interface Replay {
  readonly stored: StoredAnswer
  /** Byte for byte. */
  readonly isSame: boolean
  readonly obstacle: ReplayObstacle | undefined
  readonly before: Outcome | undefined
  readonly after: Outcome | undefined
  readonly differences: readonly Difference[]
  /** Undefined where there is nothing to compare. */
  readonly statements: StatementChanges | undefined
  readonly settingsChanged: readonly Difference[]
  readonly revisionNow: number
  readonly pagesChanged: readonly PageChange[]
}

export interface PageChange {
  readonly pageId: number
  readonly thenRevision: number
  /** Undefined when it is deleted. */
  readonly nowRevision: number | undefined
}

export type ReplayAnswer = (workspaceId: number, id: string, against: ReplayTarget) => Promise<Replay | undefined>

/** Makes a stored answer once more and says what differs; undefined for an unknown one. */
export function makeReplayAnswer(deps: ReplayDeps): ReplayAnswer {
  const { db, readSettings } = deps
  return async (workspaceId, id, against) => {
    const stored = await findAnswer(db.reader, workspaceId, id)
    if (stored === undefined) return undefined
    const made = await remake(deps, stored, against)
    const outcome = typeof made === 'string' ? undefined : writeOutcome({ ...made, id })
    const [before, after] = [stored.outcome, outcome].map(readOutcome)
    const isComparable = before !== undefined && after !== undefined
    return {
      stored,
      isSame: outcome !== undefined && outcome === stored.outcome,
      obstacle: typeof made === 'string' ? made : before === undefined ? 'page_deleted' : undefined,
      before,
      after,
      differences: isComparable ? findDifferences(before, after) : [],
      statements: isComparable ? compareStatements(before, after) : undefined,
      settingsChanged: findDifferences(stored.settings, await readSettings()),
      revisionNow: await readLibraryRevision(db.reader, workspaceId),
      pagesChanged: await findPageChanges(db, stored),
    }
  }
}

async function remake(
  { answer, answerByModel }: ReplayDeps,
  stored: StoredAnswer,
  against: ReplayTarget,
): Promise<Answer | ReplayObstacle> {
  const request = requestOf(stored)
  if (against === 'current') return answer(request)
  if (stored.evidence === undefined) return 'no_evidence'
  const evidence = unpackEvidence(stored.evidence, stored.passages)
  if (evidence === undefined) return 'page_deleted'
  const extractive = answererFrom(evidence)
  if (against === 'model') {
    if (answerByModel === undefined) return 'no_model'
    const made = await answerByModel(extractive)(request)
    return made.degraded.includes('model_unavailable') ? 'model_unavailable' : made
  }
  if (evidence.modelReplies === undefined) return stored.mode === 'generated' ? 'no_reply' : extractive(request)
  const recorded = makeModelAnswerer({
    chat: recordedModel(evidence.modelReplies),
    extractive,
    answerMs: RECORDED_MS,
  })
  try {
    return { ...(await recorded(request)), usage: stored.usage }
  } catch (cause) {
    if (cause instanceof NoRecordedReply) return 'no_reply'
    throw cause
  }
}

/** Recorded replies are there at once. */
const RECORDED_MS = 60_000

function requestOf({ workspaceId, question, history, asker }: StoredAnswer): AnswerRequest {
  const { agent, attributes, source_ids: sourceIds } = asker
  return { question, history, asker: { workspaceId, agent, attributes, sourceIds: sourceIds ?? undefined } }
}

function answererFrom(evidence: Evidence): Answerer {
  return () => Promise.resolve({ id: '', ...decideExtractively(evidence), evidence })
}

/** Of the pages that the answer was made from, those whose content is another by now, or that are deleted. */
async function findPageChanges({ reader }: Database, { workspaceId, evidence }: StoredAnswer): Promise<PageChange[]> {
  const used = new Map(
    (evidence === undefined ? [] : referencesOf(evidence)).map(({ page_id: id, revision }) => [id, revision]),
  )
  const revisions = await findRevisions(reader, workspaceId, [...used.keys()])
  return [...used]
    .map(([pageId, thenRevision]) => ({ pageId, thenRevision, nowRevision: revisions.get(pageId) }))
    .filter(({ thenRevision, nowRevision }) => thenRevision !== nowRevision)
}
