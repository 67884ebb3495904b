import type { ApiClient } from '../api-client.ts'
import { CommandError } from '../command.ts'

/** The fields of a content import source that an import needs. */
export interface WireSource {
  readonly id: number
  readonly url: string
  readonly sync_behavior: string
  readonly created_at: number
}

interface WireList {
  readonly data: readonly WireSource[]
  readonly pages?: { readonly total_pages?: number }
}

const SOURCES = '/ai/content_import_sources'

/** @throws CommandError when the source takes no pages over the API; ApiError when there is none */
export async function getSource(client: ApiClient, id: number): Promise<WireSource> {
  return requireApiSource(await client.json<WireSource>('GET', `${SOURCES}/${id}`))
}

/** The source with this url, the oldest if there are several; made if there is none. */
export async function findOrCreateSource(client: ApiClient, url: string): Promise<WireSource> {
  const found = await findSource(client, url)
  if (found !== undefined) return requireApiSource(found)
  return client.json<WireSource>('POST', SOURCES, { body: { sync_behavior: 'api', url } })
}

export async function findSource(client: ApiClient, url: string): Promise<WireSource | undefined> {
  const matches: WireSource[] = []
  for (let page = 1, last = 1; page <= last; page++) {
    const list = await client.json<WireList>('GET', `${SOURCES}?page=${page}&per_page=50`)
    matches.push(...list.data.filter((source) => source.url === url))
    last = list.data.length === 0 ? page : (list.pages?.total_pages ?? 1)
  }
  return matches.toSorted((a, b) => a.id - b.id)[0]
}

export async function deleteSource(client: ApiClient, id: number): Promise<void> {
  await client.json('DELETE', `${SOURCES}/${id}`)
}

function requireApiSource(source: WireSource): WireSource {
  if (source.sync_behavior === 'api') return source
  throw new CommandError(
    `source ${source.id} (${source.url}) is filled by ${source.sync_behavior} synchronisation; pages can be imported only into a source whose sync_behavior is api`,
  )
}
