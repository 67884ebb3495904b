import type { Language } from '../analysis/index.ts'
import type { Reader } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'

/** Another process may have stored the first page of a new language since. */
const REFRESH_MS = 10_000

/**
 * The languages of a workspace's pages, most frequent first, remembered for a few seconds: a query's words are
 * analysed as each of them.
 */
export function makeLibraryLanguages(db: Reader, clock: Clock) {
  const cache = new Map<number, { languages: Promise<Language[]>; until: number }>()

  return (workspaceId: number): Promise<readonly Language[]> => {
    const cached = cache.get(workspaceId)
    if (cached !== undefined && cached.until > clock.now()) return cached.languages
    const languages = readLanguages(db, workspaceId)
    cache.set(workspaceId, { languages, until: clock.now() + REFRESH_MS })
    languages.catch(() => cache.delete(workspaceId))
    return languages
  }
}

async function readLanguages(db: Reader, workspaceId: number): Promise<Language[]> {
  const rows = await db
    .selectFrom('page')
    .select(['language'])
    .where('workspace_id', '=', workspaceId)
    .groupBy('language')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .limit(20)
    .execute()
  return rows.map(({ language }) => language)
}
