import type { Span } from '../analysis/index.ts'
import type { Passage } from '../retrieval/index.ts'
import type { Quote } from './answer.ts'

/** @param span UTF-16 offsets into the passage's text */
export function quotePassage(passage: Passage, { start, end }: Span): Quote {
  return {
    pageId: passage.pageId,
    revision: passage.revision,
    title: passage.title,
    url: passage.url,
    text: passage.text.slice(start, end),
    start: passage.start + start,
    end: passage.start + end,
    updatedAt: passage.updatedAt,
  }
}
