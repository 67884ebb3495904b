/** A page of a classic list: `page` counts from 1. */
export interface ListRequest {
  readonly page: number
  readonly perPage: number
}

export interface ListResult<T> {
  readonly items: readonly T[]
  readonly totalCount: number
}

export const DEFAULT_PER_PAGE = 50
export const MAX_PER_PAGE = 150

/**
 * Intercom's list envelope (facts §1.4). `pages.next` is absolute, because the Ruby and PHP clients follow it verbatim,
 * and absent on the last page. A page past the end is an empty list, which is how the SDK pagers stop (facts §8).
 * @param listUrl where the list is, with its filters as a query, if any
 */
export function presentList<T, W>(
  result: ListResult<T>,
  request: ListRequest,
  present: (item: T) => W,
  listUrl: string,
) {
  const { page, perPage } = request
  const totalPages = Math.max(1, Math.ceil(result.totalCount / perPage))
  const separator = listUrl.includes('?') ? '&' : '?'
  const next = page < totalPages ? { next: `${listUrl}${separator}page=${page + 1}&per_page=${perPage}` } : {}
  return {
    type: 'list' as const,
    data: result.items.map(present),
    total_count: result.totalCount,
    pages: { type: 'pages' as const, page, per_page: perPage, total_pages: totalPages, ...next },
  }
}
