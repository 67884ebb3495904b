import type { Logger } from 'pino'
import { Type, type Static } from 'typebox'
import { findContradictions, presentContradictions } from '../compare/index.ts'
import type { Database } from '../db/index.ts'
import type { Api } from '../http/index.ts'
import { toUnixSeconds, type Clock } from '../kernel/index.ts'
import { AskerFields, HistoryField, toAsker, wantsContradictions } from '../retrieval/index.ts'
import type { Answer, Answerer } from './answer.ts'
import { STREAM_HEADERS, streamAnswer } from './answer-stream.ts'
import { passagesOf } from './evidence.ts'
import { keepCopilotQuestion } from './copilot-questions.ts'
import { REFUSAL_TEXT, renderHtml, renderRefusalHtml, renderText } from './render.ts'

const AnswerBody = Type.Object({
  question: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
  ...AskerFields,
  ...HistoryField,
  stream: Type.Optional(Type.Boolean()),
})
type AnswerBody = Static<typeof AnswerBody>

export interface AnswerRouteDeps {
  readonly answer: Answerer
  readonly db: Database
  readonly clock: Clock
}

/** Dorsal's own: one question, one answer; with `stream` while it is written, as Server-Sent Events. */
export const answerRoutes =
  ({ answer, db, clock }: AnswerRouteDeps) =>
  (app: Api): void => {
    async function give(
      workspaceId: number,
      body: AnswerBody,
      watching: { readonly signal: AbortSignal; readonly onText?: (text: string) => void },
    ) {
      const startedAt = performance.now()
      const asker = toAsker(workspaceId, body)
      const given = await answer({ question: body.question, asker, history: body.history ?? [], ...watching })
      if (asker.agent === 'ai_copilot') {
        await keepCopilotQuestion(db, workspaceId, body.question, given, new Date(clock.now()))
      }
      return {
        ...presentAnswer(given),
        ...(wantsContradictions(body) && { contradictions: contradictionsOf(given) }),
        took_ms: Math.round((performance.now() - startedAt) * 100) / 100,
      }
    }

    app.post(
      '/dorsal/v1/answers',
      { config: { scope: 'ask' }, schema: { body: AnswerBody } },
      async ({ workspaceId, body, log }, reply) => {
        if (body.stream === true) {
          const answering = streamAnswer((signal, onText) => give(workspaceId, body, { signal, onText }), log as Logger)
          return reply.headers(STREAM_HEADERS).send(answering)
        }
        const left = new AbortController()
        reply.raw.once('close', () => left.abort())
        try {
          return await give(workspaceId, body, { signal: left.signal })
        } catch (error) {
          // Nobody is there who could be told.
          if (left.signal.aborted) return reply.hijack()
          throw error
        }
      },
    )
  }

/** As it is told on the wire. */
export function presentAnswer(answer: Answer) {
  const { usage } = answer
  const base = {
    answer_id: answer.id,
    status: answer.status,
    mode: answer.mode,
    degraded: answer.degraded,
    // Null while no model has replied.
    usage:
      usage === undefined
        ? null
        : {
            model: usage.model,
            input_tokens: usage.inputTokens,
            output_tokens: usage.outputTokens,
            cost: usage.cost ?? null,
          },
  }
  if (answer.status === 'refused') {
    return {
      ...base,
      body_html: renderRefusalHtml(),
      body_text: REFUSAL_TEXT,
      citations: [],
      confidence: answer.confidence,
    }
  }
  const { handWritten } = answer
  return {
    ...base,
    ...(handWritten && { custom_answer: handWritten.identifier, matched_question: handWritten.example }),
    body_html: renderHtml(answer),
    body_text: renderText(answer),
    // A page without a URL is private: it may be used, but its readers are not told of it (facts §7.2).
    citations: answer.quotes
      .filter(({ url }) => url !== null)
      .map((quote) => ({
        page_id: String(quote.pageId),
        title: quote.title,
        url: quote.url,
        quote: quote.text,
        start: quote.start,
        end: quote.end,
        updated_at: toUnixSeconds(quote.updatedAt),
      })),
    confidence: answer.confidence,
  }
}

/** Where pages contradict what is quoted, among those that the answer was made from; pages without a URL stay unnamed. */
function contradictionsOf(answer: Answer) {
  if (answer.status === 'refused' || answer.evidence === undefined) return []
  const found = findContradictions(answer.quotes, passagesOf(answer.evidence))
  return presentContradictions(found.filter(({ statements }) => statements.every(({ url }) => url !== null)))
}
