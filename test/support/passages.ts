import type { LookedAt } from '../../src/answers/answer.ts'

/** A passage as retrieval finds it, with what an answer knows of it. */
export function aPassage(text: string, fields: Partial<LookedAt> = {}): LookedAt {
  const start = fields.start ?? 0
  return {
    chunkId: 1,
    pageId: 1,
    externalId: 'page',
    sourceId: 1,
    title: 'Page',
    url: 'https://help.example.com/page',
    revision: 1,
    updatedAt: new Date(0),
    headingPath: [],
    language: 'en',
    text,
    start,
    end: start + text.length,
    terms: '',
    suspicions: [],
    scores: { lexical: 1, semantic: null, reranked: null, fused: 1 },
    confidence: 0.8,
    ...fields,
  }
}
