import type { Quote } from '../answers/index.ts'
import type { Contact } from '../contacts/index.ts'
import type { Conversation, Memory, Part, Purpose } from './conversation.ts'
import type { AttachmentSummary } from './part-store.ts'
import type { AgentSettings } from './settings.ts'

/** What the agent sees when it has to answer. */
export interface TurnContext {
  readonly conversation: Conversation
  readonly contact: Contact
  readonly settings: AgentSettings
  /** The conversation's language, `en` while it is not known. */
  readonly language: string
  /** What was said before, oldest first. */
  readonly history: readonly Part[]
  /** What the user said since the agent's last message, oldest first; empty when a conversation began without words. */
  readonly input: readonly Part[]
  /** Of the input. */
  readonly attachments: readonly AttachmentSummary[]
}

export interface Saying {
  readonly purpose: Purpose
  readonly text: string
  /** Safe to show in a browser. */
  readonly html: string
  readonly quotes?: readonly Quote[]
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** What the agent does in a turn: it says something, perhaps nothing, and goes on to one of these. */
export interface TurnOutcome {
  readonly sayings: readonly Saying[]
  readonly next:
    | { readonly kind: 'await' }
    | { readonly kind: 'resolve'; readonly resolution: 'confirmed_resolution' | 'assumed_resolution' }
    /** Handed to a person, with Intercom's reason (facts §4.5). */
    | {
        readonly kind: 'escalate'
        readonly reason: string
        readonly resolution: 'escalated' | 'routed_to_team' | 'abandoned'
      }
    /** One answer was wanted and given, or not. */
    | { readonly kind: 'finish' }
  readonly memory: Memory
  /** Nobody wrote: webhooks tell of it, streams do not (facts §4.5). */
  readonly isUnprompted?: boolean
}

/**
 * Decides a turn, until it is called off. Throwing means: could not decide now, try again.
 * @param show told an answer while it is written, all of it so far; what is said in the end replaces it
 */
export type TurnPolicy = (
  context: TurnContext,
  signal?: AbortSignal,
  show?: (text: string) => void,
) => Promise<TurnOutcome>
