import { ListQuery, toListRequest, type Api } from '../../http/index.ts'
import { presentList, toUnixSeconds } from '../../kernel/index.ts'
import { AGENTS } from '../../retrieval/index.ts'
import type { CustomAnswer } from './custom-answer-store.ts'
import type { CustomAnswers } from './custom-answers.ts'
import { CustomAnswerParams, WriteCustomAnswer } from './schemas.ts'

export interface CustomAnswerRouteDeps {
  readonly customAnswers: CustomAnswers
  /** Where clients reach this server, without a trailing slash. */
  readonly publicUrl: () => string
}

/** Dorsal's own: custom answers; at Intercom they have a screen and no API (facts §7.5). */
export const customAnswerRoutes =
  ({ customAnswers, publicUrl }: CustomAnswerRouteDeps) =>
  (app: Api): void => {
    const config = { scope: 'admin' } as const
    const list = '/dorsal/v1/custom_answers'
    const one = `${list}/:identifier`
    const params = CustomAnswerParams

    app.get(list, { config, schema: { querystring: ListQuery } }, async ({ workspaceId, query }) => {
      const request = toListRequest(query)
      return presentList(await customAnswers.list(workspaceId, request), request, present, `${publicUrl()}${list}`)
    })

    app.get(one, { config, schema: { params } }, async ({ workspaceId, params: { identifier } }) =>
      present(await customAnswers.get(workspaceId, identifier)),
    )

    app.put(
      one,
      { config, schema: { params, body: WriteCustomAnswer } },
      async ({ workspaceId, params: { identifier }, body }) =>
        present(await customAnswers.write(workspaceId, identifier, body)),
    )

    app.delete(one, { config, schema: { params } }, async ({ workspaceId, params: { identifier } }, reply) => {
      await customAnswers.delete(workspaceId, identifier)
      return reply.code(204).send()
    })
  }

function present(answer: CustomAnswer) {
  return {
    type: 'custom_answer' as const,
    identifier: answer.identifier,
    questions: answer.questions,
    answer_html: answer.html,
    answer_text: answer.text,
    audience_ids: answer.audience_ids,
    agents: AGENTS.filter((agent) => answer[agent]),
    is_active: answer.is_active,
    created_at: toUnixSeconds(answer.created_at),
    updated_at: toUnixSeconds(answer.updated_at),
  }
}
