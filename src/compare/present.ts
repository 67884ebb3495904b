import { toUnixSeconds } from '../kernel/index.ts'
import type { Contradiction } from './contradictions.ts'
import { isNewer } from './is-newer.ts'

/** As they are told on the wire: the two sentences, where they stand, and which page is newer, null where neither is. */
export function presentContradictions(contradictions: readonly Contradiction[]) {
  return contradictions.map(({ kind, statements: [quoted, other] }) => {
    const newer = isNewer(quoted, other) ? quoted : isNewer(other, quoted) ? other : undefined
    return {
      kind,
      newer_page_id: newer === undefined ? null : String(newer.pageId),
      statements: [quoted, other].map(({ pageId, title, url, text, start, end, updatedAt }) => ({
        page_id: String(pageId),
        title,
        url,
        quote: text,
        start,
        end,
        updated_at: toUnixSeconds(updatedAt),
      })),
    }
  })
}
