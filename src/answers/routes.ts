import { Type } from 'typebox'
import type { Database } from '../db/index.ts'
import type { Api } from '../http/index.ts'
import { findContradictions } from '../compare/index.ts'
import { toUnixSeconds, type Clock } from '../kernel/index.ts'
import { AskerFields, toAsker } from '../retrieval/index.ts'
import type { Answer, Answerer } from './answer.ts'
import { keepCopilotQuestion } from './copilot-questions.ts'
import { REFUSAL_TEXT, renderHtml, renderRefusalHtml, renderText } from './render.ts'

const AnswerBody = Type.Object({
  question: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
  ...AskerFields,
  history: Type.Optional(
    Type.Array(
      Type.Object({
        role: Type.Unsafe<'user' | 'agent'>({ type: 'string', enum: ['user', 'agent'] }),
        text: Type.String({ maxLength: 10_000 }),
      }),
      { maxItems: 50 },
    ),
  ),
})

export interface AnswerRouteDeps {
  readonly answer: Answerer
  readonly db: Database
  readonly clock: Clock
}

/** Dorsal's own: one question, one answer. */
export const answerRoutes =
  ({ answer, db, clock }: AnswerRouteDeps) =>
  (app: Api): void => {
    app.post(
      '/dorsal/v1/answers',
      { config: { scope: 'ask' }, schema: { body: AnswerBody } },
      async ({ workspaceId, body }) => {
        const startedAt = performance.now()
        const request = { question: body.question, asker: toAsker(workspaceId, body), history: body.history ?? [] }
        const given = await answer(request)
        if (request.asker.agent === 'ai_copilot') {
          await keepCopilotQuestion(db, workspaceId, body.question, given, new Date(clock.now()))
        }
        const forTeammates =
          request.asker.agent === 'ai_copilot' ? { contradictions: presentContradictions(given) } : {}
        return {
          ...presentAnswer(given),
          ...forTeammates,
          took_ms: Math.round((performance.now() - startedAt) * 100) / 100,
        }
      },
    )
  }

function presentAnswer(answer: Answer) {
  const base = { answer_id: answer.id, status: answer.status, mode: answer.mode, degraded: answer.degraded }
  if (answer.status === 'refused') {
    return {
      ...base,
      body_html: renderRefusalHtml(),
      body_text: REFUSAL_TEXT,
      citations: [],
      confidence: answer.confidence,
    }
  }
  return {
    ...base,
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
        also_on: quote.alsoOn.map(({ pageId, title, url }) => ({ page_id: String(pageId), title, url })),
      })),
    confidence: answer.confidence,
  }
}

/** Where other pages contradict what is quoted; pages without a URL stay unnamed here too. */
function presentContradictions(answer: Answer) {
  if (answer.status === 'refused') return []
  return findContradictions(answer.quotes, answer.passages)
    .filter(({ statements }) => statements.every(({ url }) => url !== null))
    .map(({ kind, statements }) => ({
      kind,
      statements: statements.map(({ pageId, title, url, text, start, end, updatedAt }) => ({
        page_id: String(pageId),
        title,
        url,
        quote: text,
        start,
        end,
        updated_at: toUnixSeconds(updatedAt),
      })),
    }))
}
