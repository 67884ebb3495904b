import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation, Part, TurnContext, TurnOutcome } from '../conversations/index.ts'
import { makeChannelPolicy } from './channel-policy.ts'
import type { FlowStep } from './flow.ts'
import { positionOf, promptsOf } from './position.ts'

const option = (prefix: string) => (leads_to: 'continue' | 'answer' | 'hand_over', index: number) => ({
  id: `${prefix}${index}`,
  text: `Option ${prefix}${index}`,
  leads_to,
})
const leads = fc.array(fc.constantFrom('continue', 'answer', 'hand_over'), { minLength: 1, maxLength: 3 })
const stepLetters = fc.constantFrom('greet', 'quick_replies', 'collect_attribute', 'answer', 'hand_over')

/** Steps that say their place in the flow, so that one can be told from another. */
const flows: fc.Arbitrary<FlowStep[]> = fc
  .array(fc.record({ type: stepLetters, leads, name: fc.constantFrom('plan', 'size', 'email') }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) =>
    steps.map(({ type, leads: given, name }, index): FlowStep => {
      const body = `Step ${index}`
      switch (type) {
        case 'greet':
        case 'hand_over':
          return { type, body }
        case 'answer':
          return { type }
        case 'quick_replies':
          return { type, body, options: given.map(option(`${index}-`)) }
        case 'collect_attribute':
          return { type, body, attribute: { id: name, type: 'string', model: 'user' } }
      }
    }),
  )

/** What a user may do: `pick` chooses among what can be chosen by then. */
const actions = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('say' as const) }),
    fc.record({ kind: fc.constantFrom('choose', 'type', 'collect'), pick: fc.nat(20), isValid: fc.boolean() }),
    fc.record({ kind: fc.constant('team' as const) }),
    fc.record({ kind: fc.constant('flow' as const), flow: flows }),
  ),
  { maxLength: 10 },
)

const AGENT_SAYS = 'The agent answers'
const agent = async ({ conversation, input }: TurnContext): Promise<TurnOutcome> => {
  // Replies to prompts are none of the agent's business.
  expect(input.every(({ metadata }) => metadata['attribute'] === undefined)).toBe(true)
  const text = `${AGENT_SAYS} ${input.map(({ id }) => id).join()}`
  return { sayings: [{ purpose: 'answer', text, html: text }], next: { kind: 'await' }, memory: conversation.memory }
}

/** A conversation without a database: what the turn worker does around the policy. */
class World {
  flow: readonly FlowStep[]
  conversation = { workspace_id: 1, attributes: {}, memory: {} } as unknown as Conversation
  contact = { name: 'Ada', email: null as string | null, attributes: {} as Record<string, unknown> }
  parts: Part[] = []
  isWithTeam = false
  outcome: TurnOutcome | undefined
  readonly #policy = makeChannelPolicy({ agent, readSettings: async () => ({ enabled: true, flow: this.flow }) })

  constructor(flow: readonly FlowStep[]) {
    this.flow = flow
  }

  get prompts() {
    return promptsOf(this.conversation, this.flow)
  }

  hear(text: string, metadata: Record<string, unknown> = {}): void {
    this.#add('user', text, metadata)
  }

  async turn(): Promise<TurnOutcome> {
    const answered = this.parts.findLastIndex(({ author }) => author === 'fin') + 1
    const context = {
      conversation: this.conversation,
      contact: this.contact,
      language: 'en',
      history: this.parts.slice(0, answered),
      input: this.parts.slice(answered),
    } as unknown as TurnContext
    const outcome = await this.#policy(context)
    for (const { text, metadata } of outcome.sayings) this.#add('fin', text, metadata ?? {})
    // As it comes back from the database.
    const memory = JSON.parse(JSON.stringify(outcome.memory))
    this.conversation = { ...this.conversation, memory }
    this.isWithTeam = outcome.next.kind === 'escalate'
    this.outcome = outcome
    return outcome
  }

  #add(author: 'user' | 'fin', text: string, metadata: Readonly<Record<string, unknown>>): void {
    this.parts.push({ id: this.parts.length + 1, author, body_text: text, metadata } as unknown as Part)
  }
}

function act(
  world: World,
  action: Exclude<typeof actions extends fc.Arbitrary<(infer A)[]> ? A : never, undefined>,
): boolean {
  switch (action.kind) {
    case 'say':
      world.hear('Something of my own')
      return true
    case 'flow':
      world.flow = action.flow
      return false
    case 'team':
      // The person is done; who writes next writes to the agent.
      world.isWithTeam = false
      return false
    case 'choose':
    case 'type': {
      const options = world.prompts.flatMap((step) => (step.type === 'quick_replies' ? step.options : []))
      const chosen = options[action.pick % options.length]
      if (chosen === undefined) return false
      world.hear(chosen.text, action.kind === 'type' ? {} : { quick_reply_uuid: chosen.id })
      return true
    }
    case 'collect': {
      const attributes = world.prompts.flatMap((step) => (step.type === 'collect_attribute' ? [step.attribute] : []))
      const attribute = attributes[action.pick % attributes.length]
      if (attribute === undefined) return false
      if (action.isValid && attribute.id === 'email') world.contact.email = 'a@example.com'
      else if (action.isValid) world.contact.attributes[attribute.id] = 'x'
      world.hear('x', { attribute: { id: attribute.id, is_valid: action.isValid } })
      return true
    }
  }
}

/** Someone is waiting for the user, or for the team; and it is clear who. */
function checkState(world: World, before: Part[]): void {
  const position = positionOf(world.conversation)
  const said = world.parts.slice(before.length).filter(({ author }) => author === 'fin')
  const prompts = said.filter(({ metadata }) => Object.keys(metadata).length > 0)
  expect(prompts.length).toBeLessThanOrEqual(1)
  if (world.isWithTeam || position === 'agent') {
    expect(position).toBe('agent')
    expect(prompts).toEqual([])
    expect(said.length).toBeGreaterThan(0)
    return
  }
  if (position === 'start') throw new Error('a turn leaves the start')
  // An open prompt is the last thing that was said, at its step.
  const last = world.parts.findLast(({ author }) => author === 'fin')
  expect(last?.body_text).toBe(position.prompt.body)
  expect(position.step).toBeGreaterThanOrEqual(0)
}

describe('the automations of a channel', () => {
  test('always leave the user with the agent, a person or one prompt, which is shown again only after a wrong value', async () => {
    await fc.assert(
      fc.asyncProperty(flows, actions, async (flow, todo) => {
        const world = new World(flow)
        await world.turn()
        checkState(world, [])
        for (const action of todo) {
          const before = [...world.parts]
          const open = positionOf(world.conversation)
          if (!act(world, action) || world.isWithTeam) continue
          await world.turn()
          checkState(world, before)
          const now = positionOf(world.conversation)
          if (typeof open === 'string' || typeof now === 'string') continue
          // Never back, unless the flow became another one; at the same prompt only with a reason.
          expect(now.step).toBeGreaterThanOrEqual(open.step)
          if (now.step > open.step) continue
          expect(action.kind).toBe('collect')
          const isWrong = world.parts[before.length]?.metadata['attribute']
          const shown = world.parts.length - before.length - 1
          expect(shown).toBe(
            (isWrong as { is_valid: boolean }).is_valid || (isWrong as { id: string }).id !== idOf(open.prompt) ? 0 : 2,
          )
        }
      }),
      { seed: 20_260_104, numRuns: 500 },
    )
  })

  test('answer every question of the user that no person got, once', async () => {
    await fc.assert(
      fc.asyncProperty(
        flows,
        fc.array(fc.array(fc.constantFrom('say', 'choose', 'collect'), { maxLength: 3 })),
        async (flow, turns) => {
          const world = new World(flow)
          await world.turn()
          for (const todo of turns) {
            for (const kind of todo)
              act(world, kind === 'say' ? { kind } : { kind: kind as 'choose', pick: 0, isValid: true })
            if (todo.length > 0 && !world.isWithTeam) await world.turn()
          }
          if (world.isWithTeam) return
          const questions = world.parts
            .filter(({ body_text: text }) => text === 'Something of my own')
            .map(({ id }) => id)
          const answered = world.parts
            .filter(({ body_text: text }) => text.startsWith(AGENT_SAYS))
            .flatMap(({ body_text: text }) => text.slice(AGENT_SAYS.length).split(',').map(Number))
          const position = positionOf(world.conversation)
          const waiting = typeof position === 'string' ? [] : position.waiting
          expect(questions.filter((id) => ![...answered, ...waiting].includes(id))).toEqual([])
          expect(new Set(answered).size).toBe(answered.length)
        },
      ),
      { seed: 20_260_105, numRuns: 500 },
    )
  })
})

function idOf(prompt: FlowStep): string | undefined {
  return prompt.type === 'collect_attribute' ? prompt.attribute.id : undefined
}
