import { dropInvisible } from '../analysis/index.ts'
import type { Suspicion } from '../db/index.ts'
import { findSuspicions, hasSmuggledCharacters, isStuffed } from '../suspicion/index.ts'
import type { Chunk } from './chunk-page.ts'
import type { ExtractedPage } from './extract-page.ts'

/** UTF-16 units of the text around a chunk that are read with it: an instruction may be cut in two. */
const AROUND = 160

/**
 * Why each chunk is suspicious; empty for those that are not. A chunk answers for all that is shown with it: its
 * headings, the page's title, and the text right before and after it. What was hidden, or smuggled in characters that
 * show nothing, stands nowhere in the text: it speaks against all chunks of its page, as stuffing with keywords does.
 */
export function markChunks(title: string, page: ExtractedPage, chunks: readonly Chunk[]): Suspicion[][] {
  const shown = dropInvisible(title).text
  const ofPage = new Set<Suspicion>(findSuspicions(shown))
  if ([title, ...page.unseen.smuggling].some(hasSmuggledCharacters)) ofPage.add('invisible_characters')
  if (findSuspicions(page.unseen.texts.join('\n')).length > 0) ofPage.add('hidden_text')
  if (isStuffed(page.text)) ofPage.add('keyword_stuffing')
  const isClean = ofPage.size === 0 && findSuspicions(`${shown}\n${page.text}`).length === 0
  if (isClean) return chunks.map(() => [])
  return chunks.map(({ headingPath, start, end }) => {
    const around = page.text.slice(Math.max(0, start - AROUND), end + AROUND)
    const own = findSuspicions([shown, ...headingPath, around].join('\n'))
    return [...new Set([...ofPage, ...own])].toSorted()
  })
}
