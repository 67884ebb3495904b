import type { Database } from '../../db/index.ts'
import type { Api } from '../../http/index.ts'
import type { Clock } from '../../kernel/index.ts'
import { changeGuidance, readStoredGuidance, type StoredGuidance } from './guidance-store.ts'
import { GuidanceChange } from './schemas.ts'

/** Dorsal's own: guidance; at Intercom it has a screen and no API (facts §7.5). */
export const guidanceRoutes =
  ({ db, clock }: { readonly db: Database; readonly clock: Clock }) =>
  (app: Api): void => {
    const config = { scope: 'admin' } as const
    const path = '/dorsal/v1/guidance'

    app.get(path, { config }, async ({ workspaceId }) => present(await readStoredGuidance(db.reader, workspaceId)))

    app.put(path, { config, schema: { body: GuidanceChange } }, async ({ workspaceId, body }) =>
      present(await changeGuidance(db, workspaceId, body, new Date(clock.now()))),
    )
  }

function present(guidance: StoredGuidance) {
  return { type: 'guidance' as const, ...guidance }
}
