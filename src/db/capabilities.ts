import { sql, type Kysely } from 'kysely'

/** What the connected PostgreSQL can do; asked once at start. Nobody asks which engine it is. */
export interface Capabilities {
  /** BM25 ranking by pg_textsearch; without it, ranking over `tsvector` and GIN. */
  readonly bm25: boolean
  /** Vectors by pgvector; without it, search is lexical. */
  readonly vector: boolean
  /** `server_version`, for people. */
  readonly version: string
}

const MINIMUM_VERSION = 160_000

export class UnsupportedDatabaseError extends Error {
  override readonly name = 'UnsupportedDatabaseError'
}

/** Creates the extensions that the server offers and lets us create, and reports what is there. */
export async function detectCapabilities(db: Kysely<never>): Promise<Capabilities> {
  const { rows } = await sql<{ number: number; version: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version
  `.execute(db)
  const server = rows[0]
  if (server === undefined || server.number < MINIMUM_VERSION) {
    throw new UnsupportedDatabaseError(`PostgreSQL 16 or newer is needed; DATABASE_URL leads to ${server?.version}`)
  }
  return {
    bm25: await createExtension(db, 'pg_textsearch'),
    vector: await createExtension(db, 'vector'),
    version: server.version,
  }
}

async function createExtension(db: Kysely<never>, name: string): Promise<boolean> {
  const isInstalled = () =>
    sql<{ found: boolean }>`select exists (select 1 from pg_extension where extname = ${name}) as found`
      .execute(db)
      .then(({ rows }) => rows[0]?.found === true)
  if (await isInstalled()) return true
  try {
    await sql`create extension ${sql.id(name)}`.execute(db)
    return true
  } catch {
    // Not offered by this server, or this role may not create it, or another process just did.
    return isInstalled()
  }
}
