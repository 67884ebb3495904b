import { sql } from 'kysely'
import type { TestApp } from '../support/test-app.ts'

/** Where each text stands, as `table.column`, in every table of every schema but PostgreSQL's own. */
export async function findEverywhere(app: TestApp, planted: readonly string[]): Promise<Record<string, string[]>> {
  const db = app.app.db.reader
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
    order by c.relname`.execute(db)
  const found: Record<string, string[]> = Object.fromEntries(planted.map((text) => [text, []]))
  for (const { name } of tables) {
    const { rows } = await sql<{ column: string; value: string }>`
      select e.key as column, e.value from ${sql.raw(name)} t, jsonb_each_text(to_jsonb(t)) e
      where e.value is not null`.execute(db)
    for (const [text, places] of Object.entries(found)) {
      // PostgreSQL writes bytes in hexadecimal digits.
      const spellings = [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').slice(0, -4)]
      const holding = rows.filter(({ value }) => spellings.some((spelling) => value.includes(spelling)))
      const columns = new Set(holding.map(({ column }) => column))
      places.push(...[...columns].toSorted().map((column) => `${name.replace('public.', '')}.${column}`))
    }
  }
  return found
}
