/** Pages whose content came within an hour came together: which of them came last tells nothing. */
const SAME_AGE_MS = 60 * 60 * 1_000

interface Dated {
  readonly updatedAt: Date
}

/** Whether a page's content is newer than another's, and not only later in the same import. */
export function isNewer(page: Dated, than: Dated): boolean {
  return page.updatedAt.getTime() - than.updatedAt.getTime() >= SAME_AGE_MS
}
