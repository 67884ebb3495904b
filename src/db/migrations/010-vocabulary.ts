import { sql, type Kysely } from 'kysely'

/** The words of a workspace's pages and who may read them: what a word that no page has may be meant to be. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Three letters each, with a space around the word: "an" gives " an" and "an ".
  `create function trigrams(word text) returns text[]
  language sql immutable as $$
    select coalesce(array_agg(distinct substr(' ' || word || ' ', at, 3)), '{}') from generate_series(1, length(word)) at
  $$`,
  `create table vocabulary (
    workspace_id integer not null references workspace on delete cascade,
    term text not null,
    source_id integer not null,
    ai_agent boolean not null,
    ai_copilot boolean not null,
    trigrams text[] not null,
    checked_at timestamptz not null,
    primary key (workspace_id, term, source_id, ai_agent, ai_copilot)
  )`,
  `create index vocabulary_trigrams on vocabulary using gin (trigrams) with (fastupdate = off)`,
  `create index vocabulary_checked on vocabulary (checked_at)`,
  `alter table workspace add column learned_chunk_id bigint not null default 0`,
]
