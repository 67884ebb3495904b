import { randomUUID } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { ATTRIBUTE_TYPES } from '../contacts/index.ts'
import { oneOf } from '../http/index.ts'

const strict = { additionalProperties: false }
const Label = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' })

const LEADS = ['continue', 'answer', 'hand_over'] as const

const Option = Type.Object(
  {
    id: Type.Optional(Label),
    text: Label,
    // Where choosing it leads: to the next step, to the agent with the text as a question, or to a person.
    leads_to: Type.Optional(oneOf(LEADS)),
  },
  strict,
)

const Attribute = Type.Object(
  {
    id: Type.String({ pattern: '^[^\\s.][^.]{0,189}$', description: 'a name of 1 to 190 characters without dots' }),
    type: oneOf(ATTRIBUTE_TYPES),
    model: Type.Optional(oneOf(['user', 'conversation'])),
  },
  strict,
)

const Step = Type.Object(
  {
    type: oneOf(['greet', 'quick_replies', 'collect_attribute', 'answer', 'hand_over']),
    body: Type.Optional(Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' })),
    options: Type.Optional(Type.Array(Option, { minItems: 1, maxItems: 20 })),
    attribute: Type.Optional(Attribute),
  },
  strict,
)

/** A channel's settings as they are given: a small ordered flow of steps. */
export const ChannelSettingsBody = Type.Object(
  { enabled: Type.Optional(Type.Boolean()), flow: Type.Optional(Type.Array(Step, { minItems: 1, maxItems: 50 })) },
  strict,
)
export type ChannelSettingsBody = Static<typeof ChannelSettingsBody>

export interface QuickReplyOption {
  readonly id: string
  readonly text: string
  readonly leads_to: (typeof LEADS)[number]
}

export interface CollectedAttribute {
  readonly id: string
  readonly type: (typeof ATTRIBUTE_TYPES)[number]
  readonly model: 'user' | 'conversation'
}

/** A step that waits for the user. */
export type PromptStep =
  | {
      readonly type: 'quick_replies'
      readonly body?: string | undefined
      readonly options: readonly QuickReplyOption[]
    }
  | { readonly type: 'collect_attribute'; readonly body: string; readonly attribute: CollectedAttribute }

export type FlowStep =
  | { readonly type: 'greet'; readonly body: string }
  | PromptStep
  | { readonly type: 'answer' }
  | { readonly type: 'hand_over'; readonly body?: string | undefined }

export interface ChannelSettings {
  readonly enabled: boolean
  readonly flow: readonly FlowStep[]
}

/** Without a flow of its own, the channel's conversations go straight to the agent. */
export const DEFAULT_CHANNEL_SETTINGS: ChannelSettings = { enabled: true, flow: [{ type: 'answer' }] }

export interface FlowFault {
  readonly field: string
  readonly message: string
}

type GivenStep = NonNullable<ChannelSettingsBody['flow']>[number]

/** Checks the parts that each kind of step needs. @returns the steps, or the first fault */
export function parseFlow(given: readonly GivenStep[]): FlowStep[] | FlowFault {
  const steps: FlowStep[] = []
  for (const [index, step] of given.entries()) {
    const parsed = parseStep(step, `flow.${index}`)
    if ('field' in parsed) return parsed
    steps.push(parsed)
  }
  return findRepeatedOption(steps) ?? steps
}

/** What a step of each type may have; what it needs is checked one by one. */
const PARTS: Readonly<Record<GivenStep['type'], readonly string[]>> = {
  greet: ['body'],
  quick_replies: ['body', 'options'],
  collect_attribute: ['body', 'attribute'],
  answer: [],
  hand_over: ['body'],
}

function parseStep(step: GivenStep, at: string): FlowStep | FlowFault {
  const { type, body, options, attribute } = step
  const extra = Object.keys(step).find((name) => name !== 'type' && !PARTS[type].includes(name))
  if (extra !== undefined) {
    return { field: `${at}.${extra}`, message: `${at}.${extra} has no meaning in a step of type ${type}` }
  }
  const missing = (name: string): FlowFault => ({
    field: `${at}.${name}`,
    message: `${at}.${name} is needed by a step of type ${type}`,
  })
  switch (type) {
    case 'greet':
      return body === undefined ? missing('body') : { type, body }
    case 'quick_replies':
      if (options === undefined) return missing('options')
      return {
        type,
        body,
        options: options.map(({ id, text, leads_to = 'continue' }) => ({ id: id ?? randomUUID(), text, leads_to })),
      }
    case 'collect_attribute':
      if (body === undefined) return missing('body')
      if (attribute === undefined) return missing('attribute')
      return parseCollected(body, { ...attribute, model: attribute.model ?? 'user' }, at)
    case 'answer':
      return { type }
    case 'hand_over':
      return { type, body }
    default:
      return type satisfies never
  }
}

function parseCollected(body: string, attribute: CollectedAttribute, at: string): FlowStep | FlowFault {
  if (!isOfContact(attribute) || attribute.type === 'string') return { type: 'collect_attribute', body, attribute }
  const field = `${at}.attribute.type`
  return { field, message: `${field} must be string for a contact's ${attribute.id}` }
}

/** A name and an email belong to the contact itself. */
export function isOfContact(
  attribute: CollectedAttribute,
): attribute is CollectedAttribute & { readonly id: 'name' | 'email' } {
  return attribute.model === 'user' && (attribute.id === 'name' || attribute.id === 'email')
}

/** An option is chosen by its id alone. */
function findRepeatedOption(steps: readonly FlowStep[]): FlowFault | undefined {
  const seen = new Set<string>()
  for (const [index, step] of steps.entries()) {
    if (step.type !== 'quick_replies') continue
    for (const [position, { id }] of step.options.entries()) {
      const field = `flow.${index}.options.${position}.id`
      if (seen.has(id)) return { field, message: `${field} is the id of another option, too` }
      seen.add(id)
    }
  }
  return undefined
}
