import type { Part } from '../conversations/index.ts'
import type { FlowStep } from './flow.ts'
import { findOption, type OpenPrompt } from './position.ts'

/** How an event that answers a prompt is kept with the part that it made. */
export type PromptReplyMetadata =
  | { readonly quick_reply_uuid: string }
  | { readonly attribute: { readonly id: string; readonly is_valid: boolean } }

/** What a user did, as far as the flow is concerned. */
export type PromptReply =
  | { readonly kind: 'continue' | 'invalid'; readonly to: OpenPrompt }
  | { readonly kind: 'answer' | 'hand_over' }
  | { readonly kind: 'none' }

export interface ReadInput {
  /** The last one counts. */
  readonly reply: PromptReply
  /** Messages of the user's own; a value that was collected is none. */
  readonly questions: readonly Part[]
}

/** Tells replies to prompts from questions. An option may also be typed while it is open, and chosen when it no longer is. */
export function readInput(
  input: readonly Part[],
  open: OpenPrompt | undefined,
  prompts: readonly FlowStep[],
): ReadInput {
  const questions: Part[] = []
  let reply: PromptReply = { kind: 'none' }
  for (const part of input) {
    const { quick_reply_uuid: chosen, attribute } = part.metadata as {
      readonly [K in 'quick_reply_uuid' | 'attribute']?: unknown
    }
    if (attribute !== undefined) {
      reply = readValue(attribute as ReportedAttribute, open) ?? reply
      continue
    }
    const option = chosen === undefined ? findTyped(part, open) : findOption(prompts, chosen)
    switch (option?.leads_to) {
      case 'continue':
        if (open !== undefined && findOption([open.prompt], option.id) !== undefined) {
          reply = { kind: 'continue', to: open }
        } else questions.push(part)
        break
      case 'hand_over':
        reply = { kind: 'hand_over' }
        break
      case 'answer':
        reply = { kind: 'answer' }
        questions.push(part)
        break
      case undefined:
        questions.push(part)
    }
  }
  return { reply, questions }
}

interface ReportedAttribute {
  readonly id: string
  readonly is_valid: boolean
}

function readValue(
  { id, is_valid: isValid }: ReportedAttribute,
  open: OpenPrompt | undefined,
): PromptReply | undefined {
  if (open?.prompt.type !== 'collect_attribute' || open.prompt.attribute.id !== id) return undefined
  return { kind: isValid ? 'continue' : 'invalid', to: open }
}

function findTyped({ body_text: text }: Part, open: OpenPrompt | undefined) {
  if (open?.prompt.type !== 'quick_replies') return undefined
  const typed = fold(text)
  return open.prompt.options.find((option) => fold(option.text) === typed)
}

function fold(text: string): string {
  return text.trim().toLowerCase()
}
