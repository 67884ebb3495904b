import type { Part } from '../conversations/index.ts'
import type { FlowStep } from './flow.ts'

/** How an event that answers a prompt is kept with the part that it made. */
export type PromptReplyMetadata =
  | { readonly quick_reply_uuid: string }
  | { readonly attribute: { readonly id: string; readonly is_valid: boolean } }

/** What a user did about a prompt. */
export type PromptReply = 'continue' | 'answer' | 'hand_over' | 'invalid' | 'something_else'

/** Reads the last message as the reply to the step that prompted for it; an option may also be typed. */
export function readPromptReply(step: FlowStep, part: Part | undefined): PromptReply {
  const metadata = (part?.metadata ?? {}) as Partial<Record<'quick_reply_uuid' | 'attribute', unknown>>
  if (step.type === 'quick_replies') {
    const typed = part?.body_text.trim().toLowerCase()
    const chosen =
      step.options.find(({ id }) => id === metadata.quick_reply_uuid) ??
      step.options.find(({ text }) => text.trim().toLowerCase() === typed)
    return chosen?.leads_to ?? 'something_else'
  }
  if (step.type !== 'collect_attribute') return 'something_else'
  const given = metadata.attribute as { readonly id: string; readonly is_valid: boolean } | undefined
  if (given?.id !== step.attribute.id) return 'something_else'
  return given.is_valid ? 'continue' : 'invalid'
}
