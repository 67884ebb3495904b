import type { EventSignal } from '../events/index.ts'
import type { Api } from '../http/index.ts'
import { clockRoutes } from './clock-routes.ts'
import { faultRoutes } from './fault-routes.ts'
import { settle, type Work } from './move-clock.ts'
import { resetWorkspace } from './reset-workspace.ts'
import { seed, SeedBody, type SeedDeps } from './seed.ts'
import type { TestKit } from './test-kit.ts'
import { TEST_KIT_PATH, watchRequests } from './watch-requests.ts'

export interface TestKitRouteDeps extends SeedDeps {
  readonly kit: TestKit
  readonly work: Work
  readonly signal: EventSignal
}

const config = { scope: 'admin' } as const

/** Dorsal's own, and only where it was switched on: what tests of a client need of a server. */
export const testKitRoutes =
  ({ kit, work, signal, ...seeding }: TestKitRouteDeps) =>
  (app: Api): void => {
    const { faults, requests } = kit
    watchRequests(app, kit)
    clockRoutes(app, kit.clock, work)
    faultRoutes(app, faults)

    app.post(`${TEST_KIT_PATH}/reset`, { config }, async ({ workspaceId }, reply) => {
      // What is under way should not fail for want of its rows; what goes on for long will.
      await settle(work)
      await resetWorkspace(seeding.db, workspaceId)
      faults.clear(workspaceId)
      requests.clear(workspaceId)
      seeding.synonyms.forget(workspaceId)
      // Streams of conversations that are gone end.
      signal.tell(undefined)
      return reply.code(204).send()
    })

    app.post(`${TEST_KIT_PATH}/seed`, { config, schema: { body: SeedBody } }, ({ workspaceId, body }) =>
      seed(seeding, workspaceId, body),
    )

    app.get(`${TEST_KIT_PATH}/requests`, { config }, async ({ workspaceId }) => {
      const all = requests.list(workspaceId)
      return { type: 'list', data: all, total_count: all.length }
    })

    app.delete(`${TEST_KIT_PATH}/requests`, { config }, async ({ workspaceId }, reply) => {
      requests.clear(workspaceId)
      return reply.code(204).send()
    })
  }
