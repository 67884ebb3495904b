import { readLibraryRevision, type Database } from '../../db/index.ts'
import type { Answer, Answerer } from '../answer.ts'
import type { Evidence } from '../evidence.ts'
import { decideExtractively, type Decision } from '../extractive-answerer.ts'
import type { Turn } from '../../retrieval/index.ts'
import { findAnswer, findRevisions } from './answer-store.ts'
import { findDifferences, type Difference } from './differences.ts'
import { readOutcome, writeOutcome, type Outcome } from './outcome.ts'
import type { AnswerSettings, StoredAnswer } from './stored-answer.ts'
import { referencesOf, unpackEvidence } from './stored-evidence.ts'

/** `stored`: from what the answer was made from; `current`: on today's library, for the same asker. */
export const REPLAY_TARGETS = ['stored', 'current'] as const
export type ReplayTarget = (typeof REPLAY_TARGETS)[number]

/** A question beside what its answer was made from. */
export interface PastQuestion {
  readonly question: string
  readonly history: readonly Turn[]
  readonly evidence: Evidence
}

export interface ReplayDeps {
  readonly db: Database
  /** Asks anew; what it answers is not stored. */
  readonly answer: Answerer
  readonly readSettings: () => Promise<AnswerSettings>
  /** Asks the model again; absent where none is configured. */
  readonly regenerate?: (past: PastQuestion) => Promise<Decision>
}

/** Why there is nothing to compare: words that were used are gone, nothing was searched, or no model can be asked. */
export type ReplayObstacle = 'page_deleted' | 'no_evidence' | 'no_model'

export interface Replay {
  readonly stored: StoredAnswer
  /** Byte for byte. */
  readonly isSame: boolean
  readonly obstacle: ReplayObstacle | undefined
  readonly before: Outcome | undefined
  readonly after: Outcome | undefined
  readonly differences: readonly Difference[]
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
    const made = against === 'current' ? await askAnew(deps, stored) : await remake(deps, stored)
    const outcome = typeof made === 'string' ? undefined : writeOutcome({ ...made, id })
    const [before, after] = [stored.outcome, outcome].map(readOutcome)
    return {
      stored,
      isSame: outcome !== undefined && outcome === stored.outcome,
      obstacle: typeof made === 'string' ? made : before === undefined ? 'page_deleted' : undefined,
      before,
      after,
      differences: before === undefined || after === undefined ? [] : findDifferences(before, after),
      settingsChanged: findDifferences(stored.settings, await readSettings()),
      revisionNow: await readLibraryRevision(db.reader, workspaceId),
      pagesChanged: await findPageChanges(db, stored),
    }
  }
}

function askAnew({ answer }: ReplayDeps, { workspaceId, question, history, asker }: StoredAnswer): Promise<Answer> {
  const { agent, attributes, source_ids: sourceIds } = asker
  return answer({ question, history, asker: { workspaceId, agent, attributes, sourceIds: sourceIds ?? undefined } })
}

async function remake(deps: ReplayDeps, stored: StoredAnswer): Promise<Decision | ReplayObstacle> {
  const { question, history, mode } = stored
  if (stored.evidence === undefined) return 'no_evidence'
  const evidence = unpackEvidence(stored.evidence, stored.passages)
  if (evidence === undefined) return 'page_deleted'
  if (mode === 'extractive') return decideExtractively(evidence)
  return deps.regenerate === undefined ? 'no_model' : deps.regenerate({ question, history, evidence })
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
