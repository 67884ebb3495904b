import type { Pool } from 'pg'
import { embeddedEngine, MIGRATIONS, serverEngine, type Engine } from '../../db/index.ts'
import type { Config } from '../../app/config.ts'
import type { ModelDescription } from '../../embedding/index.ts'
import { INGEST_VERSION } from '../../ingest/index.ts'
import { explainFailure } from '../explain-failure.ts'
import { plural } from '../terminal.ts'
import { fail, ok, warn, type Finding } from './check.ts'

const MINIMUM_VERSION = 160_000

/** Opens the database without changing it, and looks at what the program relies on. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  let engine: Engine
  try {
    engine = await openEngine(config)
  } catch (error) {
    return [fail('database', `it does not open: ${explainFailure(error) ?? (error as Error).message}`)]
  }
  const findings: Finding[] = []
  try {
    await inspect(engine.pool, config, findings)
  } catch (error) {
    findings.push(fail('database', `a query failed: ${explainFailure(error) ?? (error as Error).message}`))
  } finally {
    await engine.pool.end().catch(() => {}) // a broken connection has been reported already
    await engine.close()
  }
  return findings
}

function openEngine(config: Config): Engine | Promise<Engine> {
  if (config.databaseUrl !== undefined) return serverEngine(config.databaseUrl)
  return embeddedEngine({ dataDir: config.dataDir, onFatal() {} })
}

async function inspect(pool: Pool, config: Config, findings: Finding[]): Promise<void> {
  const server = await first<{ number: number; version: string }>(
    pool,
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  )
  if (server.number < MINIMUM_VERSION) {
    findings.push(fail('database', `PostgreSQL ${server.version}; 16 or newer is needed`))
    return
  }
  findings.push(ok('database', `PostgreSQL ${server.version}${config.databaseUrl === undefined ? ', embedded' : ''}`))
  if (!(await inspectSchema(pool, findings))) return
  const hasBm25 = await inspectExtensions(pool, config, findings)
  await inspectIndex(pool, hasBm25, findings)
}

async function first<T extends object>(pool: Pool, text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await pool.query<T>(text, values)
  if (rows[0] === undefined) throw new Error('the database returned no row')
  return rows[0]
}

async function inspectSchema(pool: Pool, findings: Finding[]): Promise<boolean> {
  const known = Object.keys(MIGRATIONS)
  const { found } = await first<{ found: boolean }>(pool, `select to_regclass('kysely_migration') is not null as found`)
  if (!found) {
    findings.push(warn('schema', 'empty; the first start makes it'))
    return false
  }
  const applied = (await pool.query<{ name: string }>('select name from kysely_migration order by name')).rows
  const newer = applied.filter(({ name }) => !known.includes(name))
  if (newer.length > 0) {
    findings.push(fail('schema', `written by a newer Dorsal (${newer.at(-1)?.name}); use that version`))
    return false
  }
  if (applied.length < known.length) {
    findings.push(warn('schema', `older than this program; the next start brings it to ${known.at(-1)}`))
    return false
  }
  findings.push(ok('schema', known.at(-1) ?? 'none'))
  return true
}

async function inspectExtensions(pool: Pool, config: Config, findings: Finding[]): Promise<boolean> {
  const { bm25, vector } = await first<{ bm25: boolean; vector: boolean }>(
    pool,
    `select
    exists (select 1 from pg_extension where extname = 'pg_textsearch') as bm25,
    exists (select 1 from pg_extension where extname = 'vector') as vector`,
  )
  findings.push(
    bm25
      ? ok('ranking', 'BM25 by pg_textsearch')
      : warn('ranking', 'no pg_textsearch: tsvector ranks instead; install the extension for better answers'),
  )
  const { embedding } = config.models
  if (embedding === undefined) findings.push(ok('semantic search', 'switched off; search is lexical'))
  else if (vector) findings.push(ok('semantic search', `pgvector, model ${nameOf(embedding)}`))
  else findings.push(fail('semantic search', 'a model is configured, but the database has no pgvector: install it'))
  return bm25
}

function nameOf(model: ModelDescription): string {
  switch (model.kind) {
    case 'endpoint':
      return model.model
    case 'folder':
      return `in ${model.folder}`
    case 'packaged':
      return 'in the package'
    default:
      return model satisfies never
  }
}

async function inspectIndex(pool: Pool, hasBm25: boolean, findings: Finding[]): Promise<void> {
  const counts = await first<
    Record<'sources' | 'pages' | 'chunks' | 'stale' | 'outdated' | 'bare' | 'orphans', number>
  >(
    pool,
    `select (select count(*) from source) as sources, (select count(*) from page) as pages,
      (select count(*) from chunk) as chunks,
      (select count(*) from page where index_state = 'stale') as stale,
      (select count(*) from page where index_state = 'indexed' and index_version <> $1) as outdated,
      (select count(*) from page p where index_state = 'indexed' and btrim(text, E' \\n\\t') <> '' and not exists (
        select 1 from chunk c where c.workspace_id = p.workspace_id and c.page_id = p.id)) as bare,
      (select count(*) from chunk c where not exists (
        select 1 from page p where p.workspace_id = c.workspace_id and p.id = c.page_id)) as orphans`,
    [INGEST_VERSION],
  )
  const { sources, pages, chunks, stale, outdated, bare, orphans } = counts
  findings.push(ok('library', `${plural(sources, 'source')}, ${plural(pages, 'page')}, ${plural(chunks, 'chunk')}`))
  const before = findings.length
  if (stale > 0) {
    findings.push(warn('index', `${plural(stale, 'page')} not indexed; the running server does it within minutes`))
  }
  if (outdated > 0) {
    findings.push(warn('index', `${plural(outdated, 'page')} indexed by older rules; the next start does it again`))
  }
  if (bare > 0) {
    findings.push(fail('index', `${plural(bare, 'page')} with text but no chunks; run: dorsal doctor --repair`))
  }
  if (orphans > 0) {
    findings.push(fail('index', `${plural(orphans, 'chunk')} without a page; restore a backup, or report this`))
  }
  if (hasBm25 && chunks > 0) await probe(pool, findings)
  if (findings.length === before) findings.push(ok('index', 'every page with text is indexed'))
}

/** Asks the BM25 index for a word that a stored chunk is known to have. */
async function probe(pool: Pool, findings: Finding[]): Promise<void> {
  const broken = 'run: dorsal doctor --repair'
  try {
    const { rows } = await pool.query<{ term: string }>(
      `select split_part(terms, ' ', 1) as term from chunk where terms <> '' limit 1`,
    )
    const term = rows[0]?.term
    if (term === undefined) return
    const { hit } = await first<{ hit: boolean }>(
      pool,
      `select $1 = any(string_to_array(terms, ' ')) as hit from chunk
        order by terms <@> to_bm25query($1, 'chunk_terms_bm25') limit 1`,
      [term],
    )
    if (!hit) findings.push(fail('index', `the BM25 index does not find a word that is stored; ${broken}`))
  } catch (error) {
    findings.push(fail('index', `the BM25 index does not answer (${(error as Error).message}); ${broken}`))
  }
}
