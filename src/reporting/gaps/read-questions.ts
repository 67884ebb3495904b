import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../db/index.ts'
import { CONVERSATION_COLUMNS } from '../datasets/conversation-columns.ts'
import { isMessage } from '../joins.ts'
import { joinSaidByAgent, selectConversations, type ReportScope } from '../reports/select-conversations.ts'
import type { Question } from './group-questions.ts'

/** More are not grouped at a time. */
const MAX_QUESTIONS = 5_000
/** Of a question's text, in characters. */
const MAX_TEXT = 2_000
/** "bad" and "terrible". */
const BAD_RATING = 2

/**
 * The questions, in conversations of the scope, that got no answer or one that did not help; the newest, when there are too
 * many. No answer: the agent said so, or asked back and answered nothing in that conversation afterwards. No help: the user
 * said so next, or rated the conversation badly after it, with no other answer in between. Questions without words, a picture for example, are
 * left out.
 */
export async function readUnhelpedQuestions(
  db: Reader,
  scope: ReportScope,
  limit = MAX_QUESTIONS,
): Promise<{ questions: Question[]; isTruncated: boolean }> {
  const conversations = selectConversations(scope, {
    id: CONVERSATION_COLUMNS.conversation_id,
    language: CONVERSATION_COLUMNS.language,
    rating: CONVERSATION_COLUMNS.fin_ai_agent_rating,
    rated_at: CONVERSATION_COLUMNS.fin_ai_agent_rating_updated_at,
  })
  const { rows } = await sql<Question>`
    with chosen as materialized (${conversations}),
    asked as materialized (
      select p.workspace_id, p.id, p.conversation_id, p.purpose, p.metadata, p.created_at, c.language,
        (select string_agg(u.body_text, chr(10) order by u.id) from conversation_part u
          where u.workspace_id = p.workspace_id and u.conversation_id = p.conversation_id and u.author = 'user'
            and ${isMessage('u')} and not u.metadata ? 'attribute' and u.turn <= p.turn and u.turn > ${LAST_ANSWERED_TURN}
        ) as text
      from chosen c ${joinSaidByAgent(scope.workspaceId)}
      where p.purpose = 'no_answer'
        or (p.purpose = 'clarification' and not ${isFollowedByAnswer()})
        or (p.purpose = 'answer' and ${NEXT_PURPOSE} in ('ask_for_detail', 'offer'))
        or (p.purpose = 'answer' and c.rating <= ${BAD_RATING} and p.created_at <= c.rated_at
          and not ${isFollowedByAnswer(sql`n.created_at <= c.rated_at`)})
    )
    select a.conversation_id as "conversationId", left(a.text, ${MAX_TEXT}) as text,
      coalesce(a.language, 'en') as language, a.created_at as "askedAt", a.purpose <> 'answer' as "isRefused",
      coalesce((a.metadata->'nearest_pages'->>0)::int,
        (select s.page_id from part_source s
          where s.workspace_id = a.workspace_id and s.part_id = a.id order by s.ordinal limit 1)) as "nearestPageId"
    from asked a where trim(a.text) <> ''
    order by a.created_at desc, a.id desc limit ${limit + 1}`.execute(db)
  return { questions: rows.slice(0, limit), isTruncated: rows.length > limit }
}

function isFollowedByAnswer(condition: RawBuilder<unknown> = sql`true`): RawBuilder<boolean> {
  return sql`exists (select from conversation_part n
    where n.workspace_id = p.workspace_id and n.conversation_id = p.conversation_id and n.id > p.id
      and n.author = 'fin' and n.purpose = 'answer' and ${condition})`
}

/** What the agent said next for; asking whether that was it is no reply to anything. */
const NEXT_PURPOSE = sql`(select n.purpose from conversation_part n
  where n.workspace_id = p.workspace_id and n.conversation_id = p.conversation_id and n.id > p.id
    and n.author = 'fin' and n.purpose <> 'check_in'
  order by n.id limit 1)`

/**
 * The turn up to which the user had been replied to before `p`: the messages after it are what was asked. A turn in which
 * the agent only put a prompt leaves the question before it open.
 */
const LAST_ANSWERED_TURN = sql`coalesce((
  select max(n.turn) from conversation_part n
  where n.workspace_id = p.workspace_id and n.conversation_id = p.conversation_id and n.turn < p.turn
    and n.author <> 'user' and ${isMessage('n')}
    and not exists (select from conversation_part q
      where q.workspace_id = n.workspace_id and q.conversation_id = n.conversation_id and q.turn = n.turn
        and q.author = 'fin' and q.purpose = 'prompt')), 0)`
