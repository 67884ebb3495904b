import type { Selectable } from 'kysely'
import type { Schema } from '../db/index.ts'

/** Why the agent said something. */
export type Purpose =
  | 'greeting'
  | 'answer'
  | 'clarification'
  | 'no_answer'
  | 'ask_for_detail'
  | 'offer'
  | 'hand_over'
  | 'closing'
  | 'check_in'
  | 'prompt'

/** What the dialogue has to remember between turns. */
export interface Memory {
  /** Why the agent said its last message; absent before the first. */
  readonly lastPurpose?: Purpose
  /** An answer was given, of the library or from the contact's own objects, since the conversation was opened or opened again. */
  readonly hasAnswered?: boolean
  /** Of the whole conversation, as Intercom reports it (facts §7.1). */
  readonly lastAnswerType?: 'ai_answer' | 'custom_answer'
  /** One question back is enough, until something was answered. */
  readonly hasClarified?: boolean
  readonly hasAskedForDetail?: boolean
  /** The last message offered a person. */
  readonly hasOffered?: boolean
  /** The user said that the last answer did not help. */
  readonly isUnhappy?: boolean
  /** The application wants one self-contained reply: no question back, no offer (facts §4.3). */
  readonly isSelfContained?: boolean
  /** Where the conversation stands in the channel's flow; the channel's own. */
  readonly flow?: unknown
  /** What streams were shown of a message that the agent has not said yet. */
  readonly streamed?: Streamed
}

/** A stream of one message, as far as it was shown. */
export interface Streamed {
  /** 32 hexadecimal digits. */
  readonly id: string
  /** How many chunks. */
  readonly chunks: number
  /** Of the last chunk. */
  readonly text: string
}

export type Conversation = Omit<Selectable<Schema['conversation']>, 'memory'> & { readonly memory: Memory }

export type Part = Selectable<Schema['conversation_part']>
export type PartSource = Selectable<Schema['part_source']>
export type PartAttachment = Selectable<Schema['part_attachment']>

/** What a part says, before it is stored. */
export interface NewPart {
  readonly kind: Part['kind']
  readonly author: Part['author']
  readonly authorName: string | null
  readonly purpose: Purpose | null
  readonly html: string
  readonly text: string
  readonly sentAt: Date | null
  readonly metadata: Readonly<Record<string, unknown>>
}
