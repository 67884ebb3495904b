import { textToHtml, type Saying, type TurnContext, type TurnOutcome, type TurnPolicy } from '../conversations/index.ts'
import { say } from '../dialogue/index.ts'
import { isOfContact } from './channel-settings.ts'
import type { ChannelSettings, FlowStep } from './flow.ts'
import { readPromptReply } from './prompt-reply.ts'

/** Where a conversation stands in the flow. */
interface Position {
  readonly step: number
  /** The step's prompt was shown: what the user does next is the reply to it. */
  readonly isPrompted: boolean
}

export interface ChannelPolicyDeps {
  readonly agent: TurnPolicy
  readonly readSettings: (workspaceId: number) => Promise<ChannelSettings>
}

/**
 * The channel's automations: the steps of the flow in order, until one needs the user. Whoever writes something of their
 * own instead of answering a prompt is answered by the agent, and not asked again.
 */
export function makeChannelPolicy({ agent, readSettings }: ChannelPolicyDeps): TurnPolicy {
  return async (context) => {
    const { flow } = await readSettings(context.conversation.workspace_id)
    const position = positionIn(context)
    const step = flow[position.step]
    const walk = new Walk(flow, agent, context)
    if (step === undefined || !position.isPrompted) return walk.from(position.step)

    const reply = readPromptReply(step, context.input.at(-1))
    switch (reply) {
      case 'invalid':
        return walk.repeat(step, position)
      case 'hand_over':
        return walk.handOver(undefined)
      case 'continue':
        return walk.from(position.step + 1, { isAnswered: true })
      case 'answer':
      case 'something_else':
        return walk.from(walk.nextAnswer(position.step))
      default:
        return reply satisfies never
    }
  }
}

/** Takes steps of the flow, collecting what is said on the way. */
class Walk {
  readonly #flow: readonly FlowStep[]
  readonly #agent: TurnPolicy
  readonly #context: TurnContext
  readonly #said: Saying[] = []

  constructor(flow: readonly FlowStep[], agent: TurnPolicy, context: TurnContext) {
    this.#flow = flow
    this.#agent = agent
    this.#context = context
  }

  /** @param isAnswered the user's message was the reply to a prompt, and the agent has nothing to answer */
  async from(first: number, { isAnswered = this.#context.input.length === 0 } = {}): Promise<TurnOutcome> {
    for (let index = first; index < this.#flow.length; index++) {
      const step = this.#flow[index]
      if (step === undefined) break
      switch (step.type) {
        case 'greet':
          this.#say('greeting', step.body)
          break
        case 'quick_replies':
        case 'collect_attribute':
          if (this.#isKnown(step)) break
          this.#prompt(step)
          return this.#await({ step: index, isPrompted: true })
        case 'hand_over':
          return this.handOver(step.body)
        case 'answer':
          return this.#answer(index, isAnswered)
        default:
          return step satisfies never
      }
    }
    // A flow without a last word: the agent goes on.
    return this.#answer(this.#flow.length, isAnswered)
  }

  repeat(step: FlowStep, position: Position): TurnOutcome {
    this.#say('prompt', say(this.#context.language, 'invalidValue'))
    this.#prompt(step)
    return this.#await(position)
  }

  handOver(body: string | undefined): TurnOutcome {
    this.#say('hand_over', body ?? say(this.#context.language, 'handingOver'))
    return {
      sayings: this.#said,
      next: { kind: 'escalate', reason: 'Routed to team', resolution: 'routed_to_team' },
      memory: this.#context.conversation.memory,
    }
  }

  /** The step at which the agent answers, after this one; the end of the flow where it has none. */
  nextAnswer(after: number): number {
    const found = this.#flow.findIndex(({ type }, index) => index > after && type === 'answer')
    return found < 0 ? this.#flow.length : found
  }

  async #answer(step: number, isAnswered: boolean): Promise<TurnOutcome> {
    const position = { step, isPrompted: false }
    if (isAnswered && this.#said.length > 0) return this.#await(position)
    const outcome = await this.#agent(this.#context)
    return {
      ...outcome,
      sayings: [...this.#said, ...outcome.sayings],
      memory: { ...outcome.memory, flow: position },
    }
  }

  #await(position: Position): TurnOutcome {
    const { memory } = this.#context.conversation
    return { sayings: this.#said, next: { kind: 'await' }, memory: { ...memory, flow: position } }
  }

  #say(purpose: Saying['purpose'], text: string, metadata: Readonly<Record<string, unknown>> = {}): void {
    this.#said.push({ purpose, text, html: textToHtml(text), metadata })
  }

  #prompt(step: FlowStep): void {
    if (step.type === 'quick_replies') {
      // Named as on Intercom's conversation parts (facts §3.4).
      const options = step.options.map(({ id, text }) => ({ text, uuid: id }))
      this.#say('prompt', step.body ?? say(this.#context.language, 'chooseOption'), { quick_reply_options: options })
    }
    if (step.type === 'collect_attribute') {
      const { id, type } = step.attribute
      this.#say('prompt', step.body, { attribute_request: { id, type } })
    }
  }

  /** Nobody is asked for what is known. */
  #isKnown(step: FlowStep): boolean {
    if (step.type !== 'collect_attribute') return false
    const { attribute } = step
    const { contact, conversation } = this.#context
    if (attribute.model === 'conversation') return conversation.attributes[attribute.id] !== undefined
    if (isOfContact(attribute)) return contact[attribute.id === 'name' ? 'name' : 'email'] !== null
    return contact.attributes[attribute.id] !== undefined
  }
}

function positionIn({ conversation }: TurnContext): Position {
  return (conversation.memory.flow as Position | undefined) ?? { step: 0, isPrompted: false }
}
