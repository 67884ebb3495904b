import { sql, type RawBuilder } from 'kysely'

/** Which assistant asks: the agent answers customers, the copilot answers teammates. */
export const AGENTS = ['ai_agent', 'ai_copilot'] as const
export type Agent = (typeof AGENTS)[number]

/** Who asks, and what they may be answered from. */
export interface Asker {
  readonly workspaceId: number
  readonly agent: Agent
  /** The asking user's attributes, as JSON; `{}` for an unknown user. */
  readonly attributes: Readonly<Record<string, unknown>>
  /** Only these sources; undefined for all. */
  readonly sourceIds: readonly number[] | undefined
}

/**
 * The condition that a chunk row `c` may be used for this asker: its page is available to the assistant, its source is
 * active, and the source has no audience or one that the user is in (facts §7.2, §7.3). A stale page's chunks are those
 * of its previous content and may not be used by anyone. It stands inside every statement that generates candidates;
 * nothing is filtered afterwards.
 */
export function isVisible(asker: Asker): RawBuilder<boolean> {
  const flag = asker.agent === 'ai_agent' ? sql`c.ai_agent` : sql`c.ai_copilot`
  const stale = sql`array(
    select p.id from page p where p.workspace_id = ${asker.workspaceId} and p.index_state = 'stale')`
  // Arrays are computed once per statement; the index scan then checks each candidate against them.
  return sql<boolean>`
    c.workspace_id = ${asker.workspaceId} and ${flag} and c.source_id = any(${visibleSources(asker)})
    and c.page_id <> all(${stale})`
}

/**
 * The condition that a word `v` of the vocabulary stands in a chunk that may be used for this asker. A page that was just
 * taken away leaves its words for a while, which its readers knew.
 */
export function isWordVisible(asker: Asker): RawBuilder<boolean> {
  const flag = asker.agent === 'ai_agent' ? sql`v.ai_agent` : sql`v.ai_copilot`
  return sql<boolean>`v.workspace_id = ${asker.workspaceId} and ${flag} and v.source_id = any(${visibleSources(asker)})`
}

/** Ids of the sources that this asker may be answered from, as an SQL array. */
export function visibleSources(asker: Asker): RawBuilder<number[]> {
  const chosen = asker.sourceIds === undefined ? sql`true` : sql`s.id = any(${[...asker.sourceIds]}::int[])`
  return sql<number[]>`array(
    select s.id from source s
    where s.workspace_id = ${asker.workspaceId} and s.status = 'active' and ${chosen}
      and ${isOpenTo(
        asker,
        sql`select sa.audience_id from source_audience sa where sa.workspace_id = s.workspace_id and sa.source_id = s.id`,
      )})`
}

/**
 * The condition that something has no audience or one that the user is in (facts §7.3).
 * @param held a statement that gives the ids of its audiences; nothing that it refers to outside may be called `audience`
 */
export function isOpenTo({ workspaceId, attributes }: Asker, held: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    not exists (${held})
    or exists (
      select 1 from audience
      where audience.workspace_id = ${workspaceId} and audience.id in (${held})
        and audience_matches(audience.rule, ${JSON.stringify(attributes)}::jsonb)))`
}
