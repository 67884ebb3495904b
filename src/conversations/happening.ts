import type { NewEvent } from '../events/index.ts'
import type { Conversation, Part } from './conversation.ts'
import type { AgentSettings } from './settings.ts'

/** What happened in a conversation, before it is told in the words of a channel. */
export type Happening =
  | { readonly kind: 'user_said'; readonly part: Part; readonly isFirst: boolean }
  /** The agent owes an answer from now on. */
  | { readonly kind: 'thinking' }
  /** The whole text so far of an answer that is being given. */
  | { readonly kind: 'chunk'; readonly streamId: string; readonly index: number; readonly text: string }
  | { readonly kind: 'fin_said'; readonly part: Part; readonly streamId: string | undefined }
  | { readonly kind: 'teammate_said'; readonly part: Part }
  | {
      readonly kind: 'status'
      readonly status: 'awaiting_user_reply' | 'escalated' | 'resolved' | 'complete'
      readonly reason?: string | undefined
    }
  | { readonly kind: 'rating_requested' }
  | { readonly kind: 'rated' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'opened' }

export interface NarrationContext {
  readonly conversation: Conversation
  /** The id that the application knows the user by. */
  readonly userId: string
  readonly settings: AgentSettings
  readonly at: Date
}

/** Tells a happening to the application of a channel; undefined where the channel has no word for it. */
export type Narrator = (happening: Happening, context: NarrationContext) => NewEvent | undefined
