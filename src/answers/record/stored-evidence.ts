import type { AnswerLength } from '../../db/index.ts'
import { createHash } from 'node:crypto'
import { MOST_RARE, type Passage, type SearchResult } from '../../retrieval/index.ts'
import type { Evidence } from '../evidence.ts'
import type { ModelReply } from '../generated/model-reply.ts'

/** A passage named by its content, which is stored once however many answers used it. */
export interface PassageReference {
  /** SHA-256 of the content, in hexadecimal digits. */
  readonly hash: string
  readonly page_id: number
  readonly revision: number
  readonly scores: Passage['scores']
}

export interface StoredSearch extends Omit<SearchResult, 'passages' | 'context'> {
  /** Absent from answers of versions that searched for a question and the one before as one. */
  readonly context?: SearchResult['context']
  readonly passages: readonly PassageReference[]
}

/** Evidence as JSON. */
export interface StoredEvidence {
  readonly alone: StoredSearch
  readonly combined?: StoredSearch
  readonly impacts: readonly (readonly [term: string, impact: number | null])[]
  /** Absent in answers of older versions. */
  readonly rarest?: number
  readonly length: AnswerLength
  /** Absent in answers of older versions. */
  readonly guidance?: readonly string[]
  readonly model_replies?: readonly ModelReply[]
}

/** A passage without what the search gave it. */
export type PassageContent = Omit<Passage, 'scores'>
/** By their hashes. */
export type Passages = ReadonlyMap<string, PassageContent>

/** Takes the passages out of the evidence. @returns both parts; each passage once */
export function packEvidence(evidence: Evidence): { readonly stored: StoredEvidence; readonly passages: Passages } {
  const passages = new Map<string, PassageContent>()
  const pack = ({ passages: found, ...search }: SearchResult): StoredSearch => ({
    ...search,
    passages: found.map(({ scores, ...content }) => {
      const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
      passages.set(hash, content)
      return { hash, page_id: content.pageId, revision: content.revision, scores }
    }),
  })
  const { alone, combined, impacts, length, guidance, modelReplies } = evidence
  const stored = {
    alone: pack(alone),
    ...(combined === undefined ? {} : { combined: pack(combined) }),
    impacts: [...impacts.byTerm],
    rarest: impacts.rarest,
    length,
    guidance,
    ...(modelReplies === undefined ? {} : { model_replies: modelReplies }),
  }
  return { stored, passages }
}

/** The evidence as it was; undefined when a passage of it is gone. */
export function unpackEvidence(stored: StoredEvidence, passages: Passages): Evidence | undefined {
  if (referencesOf(stored).some(({ hash }) => !passages.has(hash))) return undefined
  const unpack = (search: StoredSearch): SearchResult => ({
    ...search,
    context: search.context ?? [],
    passages: search.passages.flatMap(({ hash, scores }) => {
      const content = passages.get(hash)
      return content === undefined ? [] : [{ ...content, scores }]
    }),
  })
  return {
    alone: unpack(stored.alone),
    combined: stored.combined && unpack(stored.combined),
    impacts: { byTerm: new Map(stored.impacts), rarest: stored.rarest ?? MOST_RARE },
    length: stored.length,
    guidance: stored.guidance ?? [],
    ...(stored.model_replies === undefined ? {} : { modelReplies: stored.model_replies }),
  }
}

/** What the searches found, in their order. */
export function referencesOf({ alone, combined }: StoredEvidence): readonly PassageReference[] {
  return [...alone.passages, ...(combined?.passages ?? [])]
}
