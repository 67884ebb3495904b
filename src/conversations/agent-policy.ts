import { renderHtml, renderText, type Answerer, type NearPage, type Turn } from '../answers/index.ts'
import { toAskerAttributes } from '../contacts/index.ts'
import type { FindOwnObjects } from '../objects/index.ts'
import { mentions, readIntent, say, type Phrase } from '../dialogue/index.ts'
import { answerFromObjects } from './answer-from-objects.ts'
import type { Conversation, Memory, Part, Purpose } from './conversation.ts'
import { findQuestions } from './find-questions.ts'
import { textToHtml } from './message-body.ts'
import type { Scene } from './scene.ts'
import type { AgentSettings } from './settings.ts'
import type { Saying, TurnContext, TurnOutcome, TurnPolicy } from './turn-outcome.ts'

const REQUESTED = 'Escalation requested by user'
const WITHOUT_RESOLUTION = 'Conversation finished without resolution'
/** Topics that a question back names. */
const CHOICES = 3
/** Pages that are remembered of a question that got no answer. */
const NEAREST = 3

export interface AgentPolicyDeps {
  /** From the library. */
  readonly answer: Answerer
  readonly findOwnObjects: FindOwnObjects
}

/** How the agent behaves in a conversation (facts §7.5): what it says, and whether that ends its part. */
export function makeAgentPolicy(deps: AgentPolicyDeps): TurnPolicy {
  return async (context, signal, show) => {
    const { conversation, settings, language, input } = context
    const message = input
      .map(({ body_text: text }) => text)
      .join('\n')
      .trim()
    const { memory } = conversation
    const speak = speakerOf(context)
    const isAlone = memory.isSelfContained === true

    const rule = ruleFor(settings, message)
    if (rule !== undefined && !isAlone) return handOver(speak, memory, `Escalation rule: ${rule}`)
    if (message === '' && context.attachments.length === 0) return speak('greeting', 'greeting', memory)

    switch (readIntent(message, language)) {
      case 'human':
        if (!isAlone) return handOver(speak, memory, REQUESTED)
        break
      case 'greeting':
        return speak('greeting', 'greeting', memory)
      case 'thanks':
        return memory.hasAnswered === true ? settle(speak, memory) : speak('closing', 'anythingElse', memory)
      case 'yes':
        if (memory.hasOffered === true) return handOver(speak, memory, REQUESTED)
        if (memory.hasAnswered === true) return settle(speak, memory)
        break
      case 'no':
        if (memory.hasOffered === true) return speak('closing', 'anythingElse', { ...memory, hasOffered: false })
        if (memory.hasAnswered === true) return comfort(context, speak, memory)
        break
      case 'unhelpful':
        return comfort(context, speak, memory)
      case 'vague':
        // "It does not work" after an answer is about the answer.
        if (memory.hasAnswered === true) return comfort(context, speak, memory)
        if (memory.hasClarified !== true && !isAlone) {
          return speak('clarification', 'clarifyingQuestion', { ...memory, hasClarified: true, hasOffered: false })
        }
        break
      case 'question':
        break
    }
    return answerQuestion(deps, context, message, memory, { signal, show })
  }
}

/** What is left to do when the agent failed again and again: a person takes over, where that was not ruled out. */
export const giveUp: TurnPolicy = async (context) => {
  const { memory } = context.conversation
  const speak = speakerOf(context)
  return memory.isSelfContained === true
    ? speak('no_answer', 'noAnswer', memory)
    : handOver(speak, memory, WITHOUT_RESOLUTION)
}

/** Decides what happens when the user has been silent until the conversation's timer. */
export function onSilence(timer: NonNullable<Conversation['timer']>, { conversation, settings }: Scene): TurnOutcome {
  const { memory } = conversation
  const speak = speakerOf({ conversation, language: conversation.language ?? 'en' })
  switch (timer) {
    case 'check_in': {
      const offers = settings.inactivity.check_in === 'check_in_and_offer' && settings.escalation.offer
      const asked = speak('check_in', offers ? 'checkInWithOffer' : 'checkIn', { ...memory, hasOffered: offers })
      return { ...asked, isUnprompted: true }
    }
    case 'close': {
      // Who got an answer and left without asking for a person is taken to be helped, and who was helped before stays
      // so: only an unhappy return undoes that (facts §7.6).
      const { resolution_state: before } = conversation
      const wasHelped = before === 'confirmed_resolution' || before === 'assumed_resolution'
      const isHelped = (memory.hasAnswered === true || wasHelped) && memory.isUnhappy !== true
      return {
        sayings: [],
        memory,
        isUnprompted: true,
        next: isHelped
          ? { kind: 'resolve', resolution: wasHelped ? before : 'assumed_resolution' }
          : { kind: 'escalate', reason: WITHOUT_RESOLUTION, resolution: 'abandoned' },
      }
    }
    default:
      return timer satisfies never
  }
}

/** `asked`: the answer that the library gave, and the pages that the question came near to, if it was asked. */
type Speak = (purpose: Purpose, phrase: Phrase, memory: Memory, asked?: Asked) => TurnOutcome

interface Asked {
  readonly answerId: string | undefined
  readonly nearest: readonly NearPage[]
}

function speakerOf({ conversation, language }: Pick<TurnContext, 'conversation' | 'language'>): Speak {
  return (purpose, phrase, memory, { answerId, nearest } = { answerId: undefined, nearest: [] }) => {
    const text = say(language, phrase, topicsOf(nearest))
    const metadata = {
      ...(answerId === undefined ? {} : { answer_id: answerId }),
      // Reports tell from it what the library nearly had.
      ...(nearest.length === 0 ? {} : { nearest_pages: nearest.slice(0, NEAREST).map(({ id }) => id) }),
    }
    return {
      sayings: [{ purpose, text, html: textToHtml(text), metadata }],
      next: conversation.is_single_answer ? { kind: 'finish' } : { kind: 'await' },
      memory,
    }
  }
}

/** What users are told of; never the title of a page without a URL. */
function topicsOf(nearest: readonly NearPage[]): string[] {
  const titles = nearest.filter(({ url }) => url !== null).map(({ title }) => title)
  return [...new Set(titles)].slice(0, CHOICES)
}

function handOver(speak: Speak, memory: Memory, reason: string): TurnOutcome {
  return {
    ...speak('hand_over', 'handingOver', { ...memory, hasOffered: false }),
    next: { kind: 'escalate', reason, resolution: reason === WITHOUT_RESOLUTION ? 'abandoned' : 'escalated' },
  }
}

function settle(speak: Speak, memory: Memory): TurnOutcome {
  return {
    ...speak('closing', 'closing', { ...memory, isUnhappy: false }),
    next: { kind: 'resolve', resolution: 'confirmed_resolution' },
  }
}

/** Asks for more once, then offers a person. */
function comfort({ settings }: TurnContext, speak: Speak, memory: Memory): TurnOutcome {
  const unhappy = { ...memory, isUnhappy: true }
  const mayOffer = settings.escalation.offer && memory.isSelfContained !== true
  return memory.hasAskedForDetail === true && mayOffer
    ? speak('offer', 'offerHuman', { ...unhappy, hasOffered: true })
    : speak('ask_for_detail', 'askForDetail', { ...unhappy, hasAskedForDetail: true })
}

async function answerQuestion(
  { answer, findOwnObjects }: AgentPolicyDeps,
  context: TurnContext,
  message: string,
  memory: Memory,
  { signal, show }: { readonly signal: AbortSignal | undefined; readonly show: ((text: string) => void) | undefined },
): Promise<TurnOutcome> {
  const { conversation, contact, settings, history } = context
  const own = await answerFromObjects(findOwnObjects, context, message)
  if (own !== undefined) return answered(context, own, memory)
  const asker = {
    workspaceId: conversation.workspace_id,
    agent: 'ai_agent',
    attributes: toAskerAttributes(contact),
    sourceIds: undefined,
  } as const
  const turns = history.map(toTurn)
  const speak = speakerOf(context)
  const canAskBack = memory.hasClarified !== true && memory.isSelfContained !== true && !conversation.is_single_answer
  let isVague = true
  let asked: Asked = { answerId: undefined, nearest: [] }
  for (const question of findQuestions(message, context)) {
    const given = await answer({
      question,
      asker,
      history: turns,
      conversationId: conversation.id,
      ...(signal === undefined ? {} : { signal }),
      ...(show === undefined
        ? {}
        : {
            onText: (text: string, isVagueQuestion: boolean) =>
              isVagueQuestion && canAskBack ? undefined : show(text),
          }),
    })
    const mayAskBack = given.isVague && canAskBack
    if (given.status === 'answered' && !mayAskBack) {
      const saying: Saying = {
        purpose: 'answer',
        text: renderText(given),
        html: renderHtml(given),
        quotes: given.quotes,
        metadata: {
          answer_id: given.id,
          ...(given.handWritten && { custom_answer: given.handWritten.identifier }),
        },
      }
      return answered(context, saying, memory, given.handWritten === undefined ? 'ai_answer' : 'custom_answer')
    }
    isVague &&= mayAskBack
    // The first that came near to any page.
    if (asked.nearest.length === 0) asked = { answerId: given.id, nearest: given.nearest }
  }
  if (isVague) {
    const phrase = topicsOf(asked.nearest).length > 1 ? 'clarifyingChoice' : 'clarifyingQuestion'
    return speak('clarification', phrase, { ...memory, hasClarified: true, hasOffered: false }, asked)
  }
  const mayOffer = settings.escalation.offer && memory.isSelfContained !== true && !conversation.is_single_answer
  return mayOffer
    ? speak('no_answer', 'noAnswerWithOffer', { ...memory, hasOffered: true }, asked)
    : speak('no_answer', 'noAnswer', memory, asked)
}

function answered(
  { conversation }: TurnContext,
  saying: Saying,
  memory: Memory,
  lastAnswerType: NonNullable<Memory['lastAnswerType']> = 'ai_answer',
): TurnOutcome {
  return {
    sayings: [saying],
    next: conversation.is_single_answer ? { kind: 'resolve', resolution: 'assumed_resolution' } : { kind: 'await' },
    memory: {
      hasAnswered: true,
      lastAnswerType,
      isSelfContained: memory.isSelfContained ?? false,
      flow: memory.flow,
    },
  }
}

function toTurn(part: Part): Turn {
  return { role: part.author === 'user' ? 'user' : 'agent', text: part.body_text }
}

/** The name of the first rule that has a phrase of this message. */
function ruleFor({ escalation }: AgentSettings, message: string): string | undefined {
  return escalation.rules.find(({ phrases }) => phrases.some((phrase) => mentions(message, phrase)))?.name
}
