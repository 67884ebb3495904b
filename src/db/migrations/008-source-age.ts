import { sql, type Kysely } from 'kysely'

/** When a page's content last changed, beside when anything of it did; and the same of what an answer quoted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table page add column content_changed_at timestamptz`,
  // New metadata moved the one, new rules of the index the other, and new content both: it is no younger than either.
  `update page set content_changed_at = least(updated_at, last_ingested_at)`,
  `alter table page alter column content_changed_at set not null`,

  // Null where the page has gone or changed since.
  `alter table part_source add column updated_at timestamptz`,
  `update part_source s set updated_at = p.content_changed_at
    from page p where p.workspace_id = s.workspace_id and p.id = s.page_id and p.revision = s.revision`,
]
