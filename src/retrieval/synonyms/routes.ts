import type { Api } from '../../http/index.ts'
import { WriteSynonyms, type SynonymList } from './schemas.ts'
import type { Synonyms } from './synonyms.ts'

/** Dorsal's own: words that mean the same in this workspace. */
export const synonymRoutes =
  ({ synonyms }: { readonly synonyms: Synonyms }) =>
  (app: Api): void => {
    const config = { scope: 'admin' } as const
    const path = '/dorsal/v1/synonyms'

    app.get(path, { config }, async ({ workspaceId }) => present(await synonyms.read(workspaceId)))

    app.put(path, { config, schema: { body: WriteSynonyms } }, async ({ workspaceId, body }) => {
      const list = { groups: body.groups ?? [], one_way: body.one_way ?? [] }
      await synonyms.write(workspaceId, list)
      return present(list)
    })
  }

function present({ groups, one_way }: SynonymList) {
  return { type: 'synonyms' as const, groups, one_way }
}
