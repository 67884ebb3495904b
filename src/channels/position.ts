import type { Conversation } from '../conversations/index.ts'
import type { FlowStep, PromptStep } from './flow.ts'

/** A prompt that was shown and not answered yet. */
export interface OpenPrompt {
  readonly step: number
  /** As it was shown: the reply is a reply to this, however the flow has changed since. */
  readonly prompt: PromptStep
  /** Ids of the user's messages that wait until the flow comes to the agent. */
  readonly waiting: readonly number[]
}

/** Where a conversation stands: before the flow, at a prompt of it, or behind it, with the agent. */
export type Position = 'start' | OpenPrompt | 'agent'

export function positionOf({ memory }: Conversation): Position {
  return (memory.flow as Position | undefined) ?? 'start'
}

/** What may be chosen or told by the user of this conversation: the open prompt comes first. */
export function promptsOf(conversation: Conversation, flow: readonly FlowStep[]): PromptStep[] {
  const position = positionOf(conversation)
  const open = typeof position === 'string' ? [] : [position.prompt]
  return [...open, ...flow.filter((step) => step.type === 'quick_replies' || step.type === 'collect_attribute')]
}

/** @returns the option with this id, of a step that has options */
export function findOption(steps: readonly FlowStep[], id: unknown) {
  return steps.flatMap((step) => (step.type === 'quick_replies' ? step.options : [])).find((option) => option.id === id)
}
