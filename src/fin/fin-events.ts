import type { NarrationContext, Narrator } from '../conversations/index.ts'
import { ratingLabels } from '../dialogue/index.ts'
import type { NewEvent } from '../events/index.ts'
import { atLeast, parseVersion } from '../http/index.ts'

/** From this version on a reply is not the end of a turn; a status says so (facts §4.5). */
const REPLYING_SINCE = '2.16'

/** The events of the Fin Agent API, as webhooks and streams carry them (facts §4.5). */
export const narrateToFinClient: Narrator = (happening, context) => {
  const { conversation, settings, userId, at } = context
  const says = (name: string, fields: object, isStreamOnly = false): NewEvent => ({
    family: 'fin_agent_api',
    name,
    conversationId: conversation.id,
    payload: JSON.stringify({
      event_name: name,
      conversation_id: conversation.external_id,
      ...fields,
      created_at_ms: at.toISOString(),
    }),
    isStreamOnly,
  })

  switch (happening.kind) {
    case 'fin_said': {
      const { part, streamId } = happening
      return says('fin_replied', {
        user_id: userId,
        message: {
          id: String(part.id),
          author: 'fin',
          body: part.body_html,
          timestamp_ms: part.created_at.toISOString(),
        },
        status: hasReplying(context) ? 'replying' : 'awaiting_user_reply',
        ...(streamId === undefined ? {} : { stream_id: streamId }),
      })
    }
    case 'chunk':
      return says(
        'fin_reply_chunk',
        {
          stream_id: happening.streamId,
          chunk_index: happening.index,
          chunk_text: happening.text,
          status: 'replying',
        },
        true,
      )
    case 'status': {
      const { status, reason } = happening
      // Not in the description of 2.14, but in its guide (facts §9): hence the switch.
      if (status === 'awaiting_user_reply' && !hasReplying(context) && !settings.awaiting_status_event) return undefined
      return says('fin_status_updated', { user_id: userId, status, ...(reason === undefined ? {} : { reason }) })
    }
    case 'rating_requested': {
      const labels = ratingLabels(conversation.language ?? 'en')
      const options = settings.csat.options.map((key) => ({ key, ...labels[key] }))
      return says('csat_requested', { user_id: userId, csat: { options } })
    }
    // The application said or did these itself, or it is not told of them.
    case 'user_said':
    case 'thinking':
    case 'teammate_said':
    case 'rated':
    case 'closed':
    case 'opened':
      return undefined
    default:
      return happening satisfies never
  }
}

function hasReplying({ conversation }: NarrationContext): boolean {
  return atLeast(parseVersion(conversation.api_version), REPLYING_SINCE)
}
