import { sql, type Kysely } from 'kysely'

/** Answers as they were given, with what they were made from, and the revision of a workspace's library. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Counts the changes of sources, pages and audiences that can change an answer.
  `alter table workspace add column library_revision bigint not null default 0`,

  // Whom an answer was given to is told by its conversation, which may move to another contact and goes with it.
  // result is the exact text that was given; null once a page that it quotes is gone.
  `create table answer (
    workspace_id integer not null references workspace on delete cascade,
    id uuid not null,
    conversation_id integer,
    question text not null,
    history jsonb not null,
    asker jsonb not null,
    library_revision bigint not null,
    settings jsonb not null,
    evidence jsonb,
    usage jsonb,
    mode text not null,
    status text not null check (status in ('answered', 'refused')),
    result text,
    quoted_page_ids integer[] not null,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, conversation_id) references conversation on delete cascade
  )`,
  `create index answer_created on answer (created_at)`,
  `create index answer_quoted_pages on answer using gin (quoted_page_ids)`,
  `create index answer_conversation on answer (workspace_id, conversation_id) where conversation_id is not null`,

  // Passages as they were when answers used them, each once however many answers did. No foreign key leads to the page:
  // an answer must wait for nobody who changes it.
  `create table answer_passage (
    workspace_id integer not null references workspace on delete cascade,
    hash bytea not null,
    page_id integer not null,
    content jsonb not null,
    used_on date not null,
    primary key (workspace_id, hash)
  )`,
]
