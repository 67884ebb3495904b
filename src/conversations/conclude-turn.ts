import type { Transaction } from '../db/index.ts'
import { finishStream } from './answer-stream.ts'
import type { Chronicle } from './chronicle.ts'
import type { Conversation, Part, Purpose } from './conversation.ts'
import { updateConversation } from './conversation-store.ts'
import type { Happening } from './happening.ts'
import { insertPart, insertSources } from './part-store.ts'
import { moveFrom } from './status.ts'
import type { Scene } from './scene.ts'
import type { AgentSettings } from './settings.ts'
import type { Saying, TurnOutcome } from './turn-outcome.ts'

/** Stores what the agent did in a turn, with its events, in one transaction; the conversation is locked. */
export async function concludeTurn(
  tx: Transaction,
  chronicle: Chronicle,
  scene: Scene,
  outcome: TurnOutcome,
  now: Date,
): Promise<Conversation> {
  const { conversation, settings } = scene
  const happenings: Happening[] = []
  const { streamed } = conversation.memory
  for (const [index, saying] of outcome.sayings.entries()) {
    const part = await storeSaying(tx, scene, saying, now)
    // What was shown early is replaced by what is said, whatever that is.
    const shown = index === 0 ? streamed : undefined
    // Only answers take long enough to be shown while they are written.
    const stream =
      settings.streaming && saying.purpose === 'answer'
        ? finishStream(shown, saying.text, conversation.language ?? 'en')
        : undefined
    happenings.push(...(stream?.chunks ?? []), { kind: 'fin_said', part, streamId: stream?.streamId ?? shown?.id })
  }
  const asked = outcome.sayings.at(-1)?.purpose
  const { change, told } = conclude(scene, outcome, asked, now)
  const { streamed: _streamed, ...remembered } = outcome.memory
  const memory = { ...remembered, ...(asked === undefined ? {} : { lastPurpose: asked }) }
  const concluded = { ...change, memory, turn_due_at: null, turn_leased_until: null, turn_failures: 0 }
  // Told as it will be: the row itself is written last, because it names the last event.
  const after = { ...conversation, ...concluded }
  const event = await chronicle.tell(tx, { ...scene, conversation: after }, [...happenings, ...told], now)
  return updateConversation(
    tx,
    conversation,
    // Streams that were opened for this turn end with its last event (facts §4.7).
    {
      ...concluded,
      ...(event === undefined || outcome.isUnprompted === true ? {} : { stream_closed_at_event: event }),
    },
    now,
  )
}

async function storeSaying(tx: Transaction, scene: Scene, saying: Saying, now: Date): Promise<Part> {
  const { conversation, settings } = scene
  const part = await insertPart(
    tx,
    conversation,
    conversation.turn,
    {
      kind: 'message',
      author: 'fin',
      authorName: settings.name,
      purpose: saying.purpose,
      html: saying.html,
      text: saying.text,
      sentAt: null,
      metadata: saying.metadata ?? {},
    },
    now,
  )
  await insertSources(tx, part, saying.quotes ?? [])
  return part
}

interface Conclusion {
  readonly change: Partial<Conversation>
  readonly told: readonly Happening[]
}

function conclude(scene: Scene, { next, memory }: TurnOutcome, asked: Purpose | undefined, now: Date): Conclusion {
  const { status } = scene.conversation
  switch (next.kind) {
    case 'await': {
      const timer = timerAfter(scene.settings, memory.hasAnswered === true && asked === 'answer', now)
      return {
        change: { status: moveFrom(status, 'answer'), ...timer },
        told: [{ kind: 'status', status: 'awaiting_user_reply' }],
      }
    }
    case 'resolve': {
      const complete = moveFrom(moveFrom(status, 'resolve'), 'finish')
      const told: Happening[] = [
        { kind: 'status', status: 'resolved' },
        { kind: 'status', status: 'complete' },
      ]
      const { channel, rating, is_single_answer: isSingleAnswer } = scene.conversation
      // A custom channel has no event by which a rating could come.
      const isRatable = channel === 'fin_agent_api' && !isSingleAnswer
      const asksForRating = scene.settings.csat.enabled && isRatable && rating === null
      if (asksForRating) told.push({ kind: 'rating_requested' })
      return {
        change: {
          ...NO_TIMER,
          status: complete,
          is_open: false,
          resolution_state: next.resolution,
          ...(asksForRating ? { rating_requested_at: now } : {}),
        },
        told,
      }
    }
    case 'escalate': {
      const complete = moveFrom(moveFrom(status, 'escalate'), 'finish')
      return {
        change: { ...NO_TIMER, status: complete, handler: 'team', is_open: true, resolution_state: next.resolution },
        told: [
          { kind: 'status', status: 'escalated', reason: next.reason },
          { kind: 'status', status: 'complete' },
        ],
      }
    }
    case 'finish':
      return {
        change: { ...NO_TIMER, status: moveFrom(status, 'finish'), is_open: false },
        told: [{ kind: 'status', status: 'complete' }],
      }
    default:
      return next satisfies never
  }
}

export const NO_TIMER = { timer: null, timer_at: null } as const

/** What happens when the user stays silent: a question whether that was it, after an answer; in the end, the end. */
function timerAfter({ inactivity }: AgentSettings, isAnswer: boolean, now: Date): Partial<Conversation> {
  const checksIn = isAnswer && inactivity.check_in !== 'off'
  const seconds = checksIn ? inactivity.check_in_after_seconds : inactivity.close_after_seconds
  return { timer: checksIn ? 'check_in' : 'close', timer_at: new Date(now.getTime() + seconds * 1_000) }
}
