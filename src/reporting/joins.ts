import { sql, type RawBuilder } from 'kysely'

/**
 * What columns read besides their dataset's own rows, each under its alias, each one row for a conversation `c` or a part
 * `p` of it; joined only where a wanted column needs it.
 */
export const JOINS = {
  /** The user. */
  u: sql`join contact u on u.workspace_id = c.workspace_id and u.id = c.contact_id`,

  /** Who said what. */
  said: sql`cross join lateral (
    select
      coalesce(bool_or(author = 'user' and is_message), false) as has_user,
      coalesce(bool_or(author = 'fin' and purpose <> 'prompt'), false) as fin_involved,
      (array_agg(case when custom_answer is null then 'ai_answer' else 'custom_answer' end order by id desc)
        filter (where author = 'fin' and purpose = 'answer'))[1] as last_answer_type,
      (array_agg(author order by id) filter (where is_message))[1] as first_author,
      min(created_at) filter (where author = 'agent' and is_message) as first_teammate_reply_at,
      min(created_at) filter (where author = 'agent' and is_message and created_at >= c.first_handed_over_at)
        as first_teammate_reply_after_bot_at,
      count(*) filter (where author = 'agent' and is_message) as teammate_replies,
      string_agg(distinct author_name, ', ') filter (where author = 'agent' and is_message) as teammates,
      (array_agg(author_name order by id) filter (where author = 'agent' and is_message))[1] as first_teammate,
      (array_agg(author_name order by id desc) filter (where author = 'agent' and (is_message or is_closing)))[1]
        as last_teammate,
      (array_agg(author_name order by id) filter (where is_closing))[1] as first_closer,
      (array_agg(author_name order by id desc) filter (where is_closing))[1] as last_closer
    from (
      select id, author, author_name, purpose, created_at, p.metadata->>'custom_answer' as custom_answer,
        ${isMessage('p')} as is_message, ${isClosing('p')} as is_closing
      from conversation_part p where p.workspace_id = c.workspace_id and p.conversation_id = c.id
    ) part
  ) said`,

  /** When it was closed and opened again. */
  closed: sql`cross join lateral (
    select min(changed_at) filter (where not is_open) as first_at,
      max(changed_at) filter (where not is_open) as last_at,
      count(*) filter (where is_open) as reopenings
    from conversation_state_change s where s.workspace_id = c.workspace_id and s.conversation_id = c.id
  ) closed`,

  /** The pages that its answers quoted. */
  used: sql`cross join lateral (
    select string_agg(distinct s.title, '; ') as titles
    from conversation_part p join part_source s on s.workspace_id = p.workspace_id and s.part_id = p.id
    where p.workspace_id = c.workspace_id and p.conversation_id = c.id
  ) used`,

  /** How long people of the team made the user wait. */
  handled: sql`cross join lateral (
    select sum(seconds_excluding_bot) as seconds from (${responses()}) response
  ) handled`,

  /** How long the user had waited for what a teammate did in `p`; nothing for other parts. */
  response: sql`left join lateral (
    select * from (${responses()}) every_response where id = p.id
  ) response on p.author = 'agent'`,
} as const satisfies Record<string, RawBuilder<unknown>>

export type Join = keyof typeof JOINS

/**
 * SQL: whether the part says something in the conversation. Messages from before the agent was asked, and those that an
 * application told the agent of, are its context.
 */
export function isMessage(alias: string): RawBuilder<boolean> {
  const part = sql.ref(alias)
  return sql`(${part}.kind = 'message' and ${part}.turn > 0 and ${part}.metadata->>'is_context' is distinct from 'true')`
}

/** SQL: whether the part is that somebody of the team closed the conversation. */
export function isClosing(alias: string): RawBuilder<boolean> {
  const part = sql.ref(alias)
  return sql`(${part}.kind = 'state' and ${part}.metadata->>'state' = 'close')`
}

/**
 * SQL of what people of the team did in conversation `c` (replies and closings), with the seconds that the user had waited
 * for it since the first message that no teammate had replied to; and without the time before the team got it.
 */
export function responses(): RawBuilder<unknown> {
  return sql`
    select id, author_name, created_at, is_message,
      extract(epoch from created_at - waiting_since) as seconds,
      extract(epoch from created_at - case when waiting_since is not null
        then greatest(waiting_since, c.first_handed_over_at) end) as seconds_excluding_bot,
      row_number() over (partition by author_name order by id) as nth
    from (
      select id, author, author_name, created_at, is_message,
        min(created_at) filter (where author = 'user') over (partition by round) as waiting_since
      from (
        select p.id, p.author, p.author_name, p.created_at, ${isMessage('p')} as is_message,
          count(*) filter (where p.author = 'agent')
            over (order by p.id rows between unbounded preceding and 1 preceding) as round
        from conversation_part p
        where p.workspace_id = c.workspace_id and p.conversation_id = c.id and (${isMessage('p')} or ${isClosing('p')})
      ) numbered
    ) waited
    where author = 'agent'`
}
