import { Type } from 'typebox'
import { DEFAULT_PER_PAGE, MAX_PER_PAGE, notFound, parseId, type ListRequest } from '../kernel/index.ts'

/** Query of a classic list (facts §1.4). */
export const ListQueryFields = {
  page: Type.Integer({ minimum: 1, maximum: 10_000_000, default: 1 }),
  per_page: Type.Integer({ minimum: 1, maximum: MAX_PER_PAGE, default: DEFAULT_PER_PAGE }),
}

export const ListQuery = Type.Object(ListQueryFields)

export function toListRequest(query: { readonly page: number; readonly per_page: number }): ListRequest {
  return { page: query.page, perPage: query.per_page }
}

/**
 * The address of a list together with the filters of a request, for links to its other pages.
 * @param query as it was parsed; paging is left out, and so is what was not given
 */
export function withFilters(listUrl: string, query: Readonly<Record<string, unknown>>): string {
  const filters = Object.entries(query)
    .filter(([name, value]) => value !== undefined && !(name in ListQueryFields))
    .map(([name, value]): [string, string] => [name, String(value)])
  return filters.length === 0 ? listUrl : `${listUrl}?${new URLSearchParams(filters)}`
}

export const IdParams = Type.Object({ id: Type.String() })

/** @throws `not_found` for a text that can't be an id: it names nothing */
export function requireId(raw: string, what: string): number {
  const id = parseId(raw)
  if (id === undefined) throw notFound(what)
  return id
}

export function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
}
