import type { Logger } from 'pino'
import { ChatModelError, type ChatModel } from '../../chat/index.ts'
import type { Turn } from '../../retrieval/index.ts'
import { findSuspicions, hasSmuggledCharacters } from '../../suspicion/index.ts'
import type { Answer, Answerer, AnswerRequest, LookedAt } from '../answer.ts'
import { languageToAnswerIn, nameOf } from './answer-language.ts'
import { BUDGET, choosePassages } from './budget.ts'
import { answerPrompt, repairPrompt, type PromptParts } from './prompt.ts'
import { ReplyReader, type Reading } from './reply-reader.ts'
import { rewriteQuestion } from './rewrite-question.ts'
import { UsageMeter, type ModelPrices } from './usage-meter.ts'

export interface ModelAnswererDeps {
  readonly chat: ChatModel
  /** Finds the passages, for this asker; and answers where the model does not. */
  readonly extractive: Answerer
  /** Told when the model does not do its part. */
  readonly log?: Logger | undefined
  /** For all that the model is asked for one answer, in milliseconds. */
  readonly answerMs: number
  readonly prices?: ModelPrices | undefined
}

/** A question must not wait longer than this to be rewritten: without it there is another way. */
const REWRITE_SHARE = 1 / 4

/**
 * Answers in a model's words, of which only those stay that a quote from a passage supports. Where the model fails, or
 * nothing of its reply can be believed, the pages themselves answer.
 */
export function makeModelAnswerer(deps: ModelAnswererDeps): Answerer {
  return async (request) => {
    const meter = new UsageMeter(deps.chat, deps.prices)
    const { evidence, ...answer } = await answerByModel(deps, meter, request)
    const { usage, replies } = meter
    // Replays answer from the same replies.
    const kept = evidence && (replies.length === 0 ? evidence : { ...evidence, modelReplies: replies })
    return { ...answer, usage, ...(kept === undefined ? {} : { evidence: kept }) }
  }
}

async function answerByModel(deps: ModelAnswererDeps, meter: UsageMeter, request: AnswerRequest): Promise<Answer> {
  const { chat, extractive, log } = deps
  const deadline = AbortSignal.timeout(deps.answerMs)
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal])
  const fail = (cause: unknown) => {
    // Who called it off does not want another answer.
    request.signal?.throwIfAborted()
    if (!(cause instanceof ChatModelError) && !deadline.aborted) throw cause
    const { reason, status } = cause instanceof ChatModelError ? cause : { reason: 'timeout', status: undefined }
    return { model: chat.id, reason, status }
  }

  const history = request.history.filter(isTrusted)
  const meaning = await restate(deps, meter, { ...request, history }, signal, fail)
  const found = await extractive(meaning === undefined ? request : { ...request, question: meaning, history: [] })
  request.signal?.throwIfAborted()
  const [trusted, suspicious] = separate(found.passages)
  const passages = choosePassages(trusted)
  if (passages.length === 0) return found
  try {
    const guidance = found.evidence?.guidance ?? []
    const onText = (text: string) => request.onText?.(text, found.isVague)
    const reading = await ask(meter, { ...request, history, signal, onText }, { meaning, passages, guidance })
    // What the model was not shown may be what was asked for.
    const isAnswered = reading.sentences.length > 0
    if (isAnswered || (reading.saysNoAnswer && !quotesAny(found, suspicious))) return toAnswer(found, reading)
    log?.info({ model: chat.id, rejected: reading.rejected }, 'nothing in the reply was supported; pages are quoted')
    return found
  } catch (cause) {
    const failure = fail(cause)
    log?.warn(failure, 'the model gave no answer; pages are quoted')
    return { ...found, degraded: [...found.degraded, 'model_unavailable'] }
  }
}

/** The agent may have quoted a page that talks to a model; what users say is their own affair. */
function isTrusted({ role, text }: Turn): boolean {
  return role === 'user' || (findSuspicions(text).length === 0 && !hasSmuggledCharacters(text))
}

/** Passages that may talk to a model are for people only: no model is shown them. */
function separate(passages: readonly LookedAt[]): [trusted: LookedAt[], suspicious: LookedAt[]] {
  const { trusted = [], suspicious = [] } = Object.groupBy(passages, ({ suspicions }) =>
    suspicions.length === 0 ? 'trusted' : 'suspicious',
  )
  return [trusted, suspicious]
}

function quotesAny(answer: Answer, passages: readonly LookedAt[]): boolean {
  if (answer.status === 'refused') return false
  return answer.quotes.some(({ pageId, start, end }) =>
    passages.some((passage) => passage.pageId === pageId && passage.start <= start && end <= passage.end),
  )
}

/** A follow-up as it stands alone; undefined for a first question, and where the model can't tell. */
async function restate(
  { log, answerMs }: ModelAnswererDeps,
  meter: UsageMeter,
  { question, history }: AnswerRequest,
  signal: AbortSignal,
  fail: (cause: unknown) => object,
): Promise<string | undefined> {
  if (history.length === 0) return undefined
  const soon = AbortSignal.timeout(answerMs * REWRITE_SHARE)
  try {
    return await rewriteQuestion(meter, question, history, AbortSignal.any([signal, soon]))
  } catch (cause) {
    const failure = soon.aborted && !signal.aborted ? { reason: 'timeout' } : fail(cause)
    log?.debug(failure, 'a follow-up was not rewritten')
    return undefined
  }
}

/** Asks for an answer; once more when nothing of the first reply can be used. */
async function ask(
  meter: UsageMeter,
  request: Omit<AnswerRequest, 'onText'> & { readonly signal: AbortSignal; readonly onText: (text: string) => void },
  { meaning, passages, guidance }: Pick<PromptParts, 'meaning' | 'passages' | 'guidance'>,
): Promise<Reading> {
  const { question, history, signal } = request
  const language = languageToAnswerIn(question, history)
  const languageName = nameOf(language)
  const read = async (messages: Parameters<ChatModel['complete']>[0]['messages']) => {
    const reader = new ReplyReader({ passages, language, onText: request.onText })
    const onText = (text: string) => reader.readSoFar(text)
    const { text } = await meter.complete({ messages, maxTokens: BUDGET.answer, signal, onText })
    return { text, reading: reader.finish(text) }
  }

  const prompt = answerPrompt({ question, meaning, history, passages, languageName, guidance })
  const { text, reading } = await read(prompt)
  if (reading.sentences.length > 0 || reading.saysNoAnswer) return reading
  return (await read(repairPrompt(prompt, text, languageName))).reading
}

function toAnswer(found: Answer, reading: Reading): Answer {
  const { id, degraded, confidence, isVague, nearest, passages, usage, evidence } = found
  const understanding = {
    id,
    degraded,
    confidence,
    isVague,
    nearest,
    passages,
    usage,
    mode: 'generated' as const,
    ...(evidence === undefined ? {} : { evidence }),
  }
  if (reading.sentences.length === 0) return { ...understanding, status: 'refused' }
  return {
    ...understanding,
    status: 'answered',
    confidence: reading.confidence,
    quotes: reading.quotes,
    wording: reading.sentences,
  }
}
