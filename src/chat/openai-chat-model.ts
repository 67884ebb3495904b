import { setTimeout as delay } from 'node:timers/promises'
import type OpenAI from 'openai'
import { estimateTokens } from '../analysis/index.ts'
import type { SafeStream } from '../outbound/index.ts'
import { ChatModelError, type ChatModel, type ChatReply, type ChatRequest, type TokenUsage } from './chat-model.ts'
import { parametersRefused, toFailure, type Failure, type OptionalParameter } from './failure.ts'
import { openClient } from './openai-client.ts'
import { readChunk, readCompletion, type ReplyPiece } from './read-reply.ts'
import { visibleText } from './visible-text.ts'

/** How long a model may take, in milliseconds. */
export interface ChatTimeouts {
  /** Until the first word of a reply. An endpoint that does not stream must have answered by then. */
  readonly firstTokenMs: number
  /** Until the last word. */
  readonly answerMs: number
  /** Before a second attempt, where the endpoint does not ask for more. */
  readonly retryMs: number
}

export const CHAT_TIMEOUTS: ChatTimeouts = { firstTokenMs: 20_000, answerMs: 60_000, retryMs: 250 }

export interface OpenAiChatOptions {
  /** OpenAI-compatible base, for example `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey: string | undefined
  readonly fetch: { readonly stream: SafeStream }
  readonly timeouts?: ChatTimeouts
}

/**
 * Any endpoint that speaks OpenAI's `/chat/completions`: Ollama, vLLM, llama.cpp, hosted ones. Replies are streamed
 * where the endpoint can. What fails before the first word for a reason that may pass is tried once more.
 */
export function openAiChatModel({
  baseUrl,
  model,
  apiKey,
  fetch,
  timeouts = CHAT_TIMEOUTS,
}: OpenAiChatOptions): ChatModel {
  let client: Promise<OpenAI> | undefined
  let refused: ReadonlySet<OptionalParameter> = new Set()

  async function attempt(request: ChatRequest, without: ReadonlySet<OptionalParameter>, progress: Progress) {
    client ??= openClient({ baseUrl, apiKey, stream: fetch.stream, answerMs: timeouts.answerMs })
    const openAi = await client
    const tooSlow = new AbortController()
    const timer = setTimeout(() => tooSlow.abort(), timeouts.firstTokenMs)
    const signal = AbortSignal.any([tooSlow.signal, ...(request.signal === undefined ? [] : [request.signal])])
    try {
      let raw = ''
      let usage: TokenUsage | undefined
      let answeredBy = model
      const response = await openAi.chat.completions.create(toBody(model, request, without), { signal }).asResponse()
      for await (const piece of readPieces(response, openAi)) {
        if (piece.hasBegun) {
          progress.hasBegun = true
          clearTimeout(timer)
        }
        raw += piece.text
        usage = piece.usage ?? usage
        answeredBy = piece.model ?? answeredBy
        if (piece.text !== '') request.onText?.(visibleText(raw))
      }
      // The client ends a stream that was called off as if it were complete.
      signal.throwIfAborted()
      const text = visibleText(raw).trim()
      if (text === '') throw new ChatModelError('broken', 'the model answered with nothing')
      return { text, usage: usage ?? estimateUsage(request, raw), model: answeredBy }
    } catch (cause) {
      request.signal?.throwIfAborted()
      if (tooSlow.signal.aborted) throw new ChatModelError('timeout', 'the model did not begin its reply in time')
      throw cause
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    id: model,
    async complete(request): Promise<ChatReply> {
      let without = refused
      let isRetry = false
      for (;;) {
        const progress: Progress = { hasBegun: false }
        try {
          const reply = await attempt(request, without, progress)
          refused = without
          return reply
        } catch (cause) {
          request.signal?.throwIfAborted()
          const named = parametersRefused(cause).filter((parameter) => !without.has(parameter))
          if (named.length > 0) {
            without = new Set([...without, ...named])
            continue
          }
          const failure = toFailure(cause)
          const pause = progress.hasBegun || isRetry ? undefined : pauseAfter(failure, timeouts)
          if (pause === undefined) throw failure.error
          isRetry = true
          await delay(pause, undefined, request.signal === undefined ? {} : { signal: request.signal })
        }
      }
    },
  }
}

interface Progress {
  hasBegun: boolean
}

/** An endpoint that wants more patience than this is as good as away. */
const LONGEST_PAUSE_MS = 5_000

/** @returns milliseconds; undefined where trying again would not help */
function pauseAfter({ mayPass, retryAfterMs }: Failure, { retryMs }: ChatTimeouts): number | undefined {
  const pause = retryAfterMs ?? retryMs
  return mayPass && pause <= LONGEST_PAUSE_MS ? pause : undefined
}

function toBody(model: string, { messages, maxTokens }: ChatRequest, without: ReadonlySet<OptionalParameter>) {
  return {
    model,
    messages: messages.map((message) => ({ ...message })),
    stream: true,
    ...(without.has('stream_options') ? {} : { stream_options: { include_usage: true } }),
    ...(without.has('temperature') ? {} : { temperature: 0 }),
    // Hosted models that think take only the newer name, most other servers only the older one.
    ...(without.has('max_tokens') ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
  } as const
}

async function* readPieces(response: Response, client: OpenAI): AsyncGenerator<ReplyPiece> {
  if (/^application\/json\b/.test(response.headers.get('content-type') ?? '')) {
    yield readCompletion(await response.json())
    return
  }
  const { Stream } = await import('openai/streaming')
  for await (const chunk of Stream.fromSSEResponse(response, new AbortController(), client)) yield readChunk(chunk)
}

function estimateUsage({ messages }: ChatRequest, reply: string): TokenUsage {
  const inputTokens = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
  return { inputTokens, outputTokens: estimateTokens(reply) }
}
