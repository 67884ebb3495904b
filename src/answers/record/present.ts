import { findContradictions, presentContradictions } from '../../compare/index.ts'
import { toUnixSeconds } from '../../kernel/index.ts'
import type { Difference } from './differences.ts'
import type { StatementChanges } from './compare-statements.ts'
import { readOutcome } from './outcome.ts'
import type { Replay, ReplayTarget } from './replay-answer.ts'
import type { StoredAnswer } from './stored-answer.ts'
import { referencesOf, type PassageReference, type Passages, type StoredSearch } from './stored-evidence.ts'

export function presentStoredAnswer(stored: StoredAnswer) {
  const { evidence, asker } = stored
  const searches = evidence === undefined ? [] : [evidence.alone, ...(evidence.combined ? [evidence.combined] : [])]
  return {
    type: 'stored_answer' as const,
    answer_id: stored.id,
    created_at: toUnixSeconds(stored.createdAt),
    question: stored.question,
    history: stored.history,
    agent: asker.agent,
    user: { attributes: asker.attributes },
    source_ids: asker.source_ids,
    conversation_id: idOrNull(stored.conversationId),
    contact_id: idOrNull(stored.contactId),
    library_revision: stored.libraryRevision,
    settings: stored.settings,
    mode: stored.mode,
    status: stored.status,
    usage: stored.usage ?? null,
    // Null: it quoted a page that is deleted.
    outcome: readOutcome(stored.outcome) ?? null,
    contradictions: contradictionsOf(stored),
    searches: searches.map((search) => presentSearch(search, stored.passages)),
    term_impacts: Object.fromEntries(evidence?.impacts ?? []),
    guidance: evidence?.guidance ?? [],
    model_replies: evidence?.model_replies ?? [],
  }
}

/** Where pages contradict what was quoted, found again in what the answer was made from. */
function contradictionsOf({ outcome, evidence, passages }: StoredAnswer) {
  const quotes = readOutcome(outcome)?.quotes ?? []
  if (evidence === undefined) return []
  const found = referencesOf(evidence).flatMap(({ hash }) => passages.get(hash) ?? [])
  const quoted = quotes.map(({ page_id: id, start, end }) => ({ pageId: Number(id), start, end }))
  return presentContradictions(findContradictions(quoted, found))
}

function presentSearch(search: StoredSearch, passages: Passages) {
  return {
    mode: search.mode,
    degraded: search.degraded,
    language: search.language,
    library_revision: search.libraryRevision,
    terms: search.terms.map(({ surface, variants }) => ({ word: surface, variants })),
    content_words: search.contentWords,
    passages: search.passages.map((reference) => presentPassage(reference, passages)),
  }
}

/** Of a passage whose page is deleted only what it was called. */
function presentPassage({ hash, page_id: pageId, revision, scores }: PassageReference, passages: Passages) {
  const base = { page_id: String(pageId), revision, scores }
  const content = passages.get(hash)
  if (content === undefined) return { ...base, is_deleted: true }
  return {
    ...base,
    is_deleted: false,
    external_id: content.externalId,
    source_id: content.sourceId,
    title: content.title,
    url: content.url,
    heading_path: content.headingPath,
    language: content.language,
    passage: content.text,
    start: content.start,
    end: content.end,
    updated_at: toUnixSeconds(content.updatedAt),
  }
}

export function presentReplay(replay: Replay, against: ReplayTarget) {
  const { stored, obstacle, before, after } = replay
  return {
    type: 'answer_replay' as const,
    answer_id: stored.id,
    against,
    question: stored.question,
    mode: stored.mode,
    same: replay.isSame,
    // Why there is nothing to compare, if so.
    obstacle: obstacle ?? null,
    ...thenAndNow(before, after),
    differences: replay.differences.map(presentDifference),
    statements: replay.statements === undefined ? null : presentStatements(replay.statements),
    settings_changed: replay.settingsChanged.map(presentDifference),
    library: {
      revision_then: stored.libraryRevision,
      revision_now: replay.revisionNow,
      pages_changed: replay.pagesChanged.map(({ pageId, thenRevision, nowRevision }) => ({
        page_id: String(pageId),
        then_revision: thenRevision,
        now_revision: nowRevision ?? null,
      })),
    },
  }
}

function presentStatements({ kept, changed, dropped, added, quotesLost, quotesAdded }: StatementChanges) {
  return {
    kept,
    changed: changed.map(({ before, after }) => thenAndNow(before, after)),
    dropped,
    added,
    quotes_lost: quotesLost,
    quotes_added: quotesAdded,
  }
}

function presentDifference({ field, before, after }: Difference) {
  return { field, ...thenAndNow(before, after) }
}

function thenAndNow(before: unknown, after: unknown) {
  // No promise: `then` is no function.
  // oxlint-disable-next-line unicorn/no-thenable
  return { then: before ?? null, now: after ?? null }
}

function idOrNull(id: number | null): string | null {
  return id === null ? null : String(id)
}
