import { textToHtml, type Saying, type TurnContext, type TurnOutcome, type TurnPolicy } from '../conversations/index.ts'
import { say } from '../dialogue/index.ts'
import { isOfContact, type ChannelSettings, type FlowStep, type PromptStep } from './flow.ts'
import { positionOf, promptsOf, type OpenPrompt, type Position } from './position.ts'
import { readInput } from './prompt-reply.ts'

export interface ChannelPolicyDeps {
  readonly agent: TurnPolicy
  readonly readSettings: (workspaceId: number) => Promise<ChannelSettings>
}

/**
 * The channel's automations: the steps of the flow in order, until one needs the user. Whoever writes something of their
 * own instead of answering a prompt is answered by the agent, and not asked again.
 */
export function makeChannelPolicy({ agent, readSettings }: ChannelPolicyDeps): TurnPolicy {
  return async (context, signal) => {
    const { conversation, input } = context
    const { flow } = await readSettings(conversation.workspace_id)
    const position = positionOf(conversation)
    const open = typeof position === 'string' ? undefined : position
    const { reply, questions } = readInput(input, open, promptsOf(conversation, flow))
    const walk = new Walk(flow, (asked) => agent(asked, signal), withQuestions(context, open, questions))
    switch (reply.kind) {
      case 'continue':
        return walk.from(reply.to.step + 1)
      case 'invalid':
        return walk.repeat(reply.to)
      case 'hand_over':
        return walk.handOver(undefined)
      case 'answer':
        return walk.answer()
      case 'none':
        if (position === 'start') return walk.from(0)
        // A value that nobody is asking for now: the prompt stays open.
        return open !== undefined && questions.length === 0 ? walk.waitAt(open) : walk.answer()
      default:
        return reply satisfies never
    }
  }
}

/** The agent sees what it has to answer: also what was asked before the prompts, but no replies to them. */
function withQuestions(
  context: TurnContext,
  open: OpenPrompt | undefined,
  questions: TurnContext['input'],
): TurnContext {
  const isWaiting = ({ id }: { readonly id: number }) => open?.waiting.includes(id) === true
  return {
    ...context,
    history: context.history.filter((part) => !isWaiting(part)),
    input: [...context.history.filter(isWaiting), ...questions],
  }
}

/** Takes steps of the flow, collecting what is said on the way. */
class Walk {
  readonly #flow: readonly FlowStep[]
  readonly #agent: TurnPolicy
  readonly #context: TurnContext
  readonly #said: Saying[] = []

  /** @param context its input is what the agent has to answer */
  constructor(flow: readonly FlowStep[], agent: TurnPolicy, context: TurnContext) {
    this.#flow = flow
    this.#agent = agent
    this.#context = context
  }

  async from(first: number): Promise<TurnOutcome> {
    for (const [index, step] of this.#flow.entries()) {
      if (index < first) continue
      switch (step.type) {
        case 'greet':
          this.#say('greeting', step.body)
          break
        case 'quick_replies':
        case 'collect_attribute':
          if (this.#isKnown(step)) break
          return this.#ask(index, step)
        case 'hand_over':
          return this.handOver(step.body)
        case 'answer':
          return this.answer()
        default:
          return step satisfies never
      }
    }
    // A flow without a last word: the agent goes on.
    return this.answer()
  }

  repeat({ step, prompt }: OpenPrompt): TurnOutcome {
    this.#say('prompt', say(this.#context.language, 'invalidValue'))
    return this.#ask(step, prompt)
  }

  waitAt(position: Position): TurnOutcome {
    const { memory } = this.#context.conversation
    return { sayings: this.#said, next: { kind: 'await' }, memory: { ...memory, hasOffered: false, flow: position } }
  }

  /** Who comes back when the person is done comes back to the agent. */
  handOver(body: string | undefined): TurnOutcome {
    this.#say('hand_over', body ?? say(this.#context.language, 'handingOver'))
    return {
      ...this.waitAt('agent'),
      next: { kind: 'escalate', reason: 'Routed to team', resolution: 'routed_to_team' },
    }
  }

  async answer(): Promise<TurnOutcome> {
    const { conversation, input, language } = this.#context
    if (input.length === 0) {
      if (positionOf(conversation) === 'agent') this.#say('closing', say(language, 'anythingElse'))
      if (this.#said.length > 0) return this.waitAt('agent')
    }
    const outcome = await this.#agent(this.#context)
    return {
      ...outcome,
      sayings: [...this.#said, ...outcome.sayings],
      memory: { ...outcome.memory, flow: 'agent' satisfies Position },
    }
  }

  #ask(step: number, prompt: PromptStep): TurnOutcome {
    if (prompt.type === 'quick_replies') {
      // Named as on Intercom's conversation parts (facts §3.4).
      const options = prompt.options.map(({ id, text }) => ({ text, uuid: id }))
      this.#say('prompt', prompt.body ?? say(this.#context.language, 'chooseOption'), { quick_reply_options: options })
    } else {
      const { id, type } = prompt.attribute
      this.#say('prompt', prompt.body, { attribute_request: { id, type } })
    }
    return this.waitAt({ step, prompt, waiting: this.#context.input.map(({ id }) => id) })
  }

  #say(purpose: Saying['purpose'], text: string, metadata: Readonly<Record<string, unknown>> = {}): void {
    this.#said.push({ purpose, text, html: textToHtml(text), metadata })
  }

  /** Nobody is asked for what is known. */
  #isKnown(step: PromptStep): boolean {
    if (step.type === 'quick_replies') return false
    const { attribute } = step
    const { contact, conversation } = this.#context
    if (isOfContact(attribute)) return contact[attribute.id] !== null
    const { attributes } = attribute.model === 'conversation' ? conversation : contact
    return Object.hasOwn(attributes, attribute.id)
  }
}
