import { Type } from 'typebox'
import type { Database } from '../../db/index.ts'
import { IdParams, type Api } from '../../http/index.ts'
import { notFound } from '../../kernel/index.ts'
import { findAnswer } from './answer-store.ts'
import { presentReplay, presentStoredAnswer } from './present.ts'
import { REPLAY_TARGETS, type ReplayAnswer, type ReplayTarget } from './replay-answer.ts'

export interface StoredAnswerRouteDeps {
  readonly db: Database
  readonly replay: ReplayAnswer
}

const ReplayBody = Type.Unsafe<{ against?: ReplayTarget } | null>({
  type: ['object', 'null'],
  properties: { against: { type: 'string', enum: [...REPLAY_TARGETS] } },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const config = { scope: 'admin' } as const

/** Dorsal's own: what answers were made from, and whether they would be given again. */
export const storedAnswerRoutes =
  ({ db, replay }: StoredAnswerRouteDeps) =>
  (app: Api): void => {
    const path = '/dorsal/v1/answers/:id'

    app.get(path, { config, schema: { params: IdParams } }, async ({ workspaceId, params: { id } }) => {
      const stored = UUID.test(id) ? await findAnswer(db.reader, workspaceId, id) : undefined
      if (stored === undefined) throw notFound('Answer')
      return presentStoredAnswer(stored)
    })

    app.post(
      `${path}/replay`,
      { config, schema: { params: IdParams, body: ReplayBody } },
      async ({ workspaceId, params: { id }, body }) => {
        const against = body?.against ?? 'stored'
        const replayed = UUID.test(id) ? await replay(workspaceId, id, against) : undefined
        if (replayed === undefined) throw notFound('Answer')
        return presentReplay(replayed, against)
      },
    )
  }
