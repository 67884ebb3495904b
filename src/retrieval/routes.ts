import { findContradictions, presentContradictions } from '../compare/index.ts'
import { requireScope, type Api } from '../http/index.ts'
import { parseId, toUnixSeconds } from '../kernel/index.ts'
import type { Explain } from './explain.ts'
import type { Passage } from './passage.ts'
import { SearchBody, toAsker, wantsContradictions } from './schemas.ts'
import type { Search } from './search.ts'

const DEFAULT_LIMIT = 10

/** Dorsal's own: ranked passages without an answer. */
export const searchRoutes =
  ({ search, explain }: { readonly search: Search; readonly explain: Explain }) =>
  (app: Api): void => {
    app.post(
      '/dorsal/v1/search',
      { config: { scope: 'ask' }, schema: { body: SearchBody } },
      async ({ workspaceId, body, principal }) => {
        const startedAt = performance.now()
        const { query, limit = DEFAULT_LIMIT, history } = body
        const request = { query, limit, history: history ?? [], asker: toAsker(workspaceId, body) }
        const result = await search(request)
        const tookMs = () => Math.round((performance.now() - startedAt) * 100) / 100
        const { mode, degraded } = result
        const answer = {
          results: result.passages.map(presentPassage),
          ...(wantsContradictions(body) && { contradictions: contradictionsAmong(result.passages) }),
          mode,
          degraded,
        }
        if (body.explain === undefined || body.explain === false) return { ...answer, took_ms: tookMs() }

        // It tells an operator why a page is kept from somebody: nothing for a token that may only ask.
        requireScope(principal, 'admin')
        const pageIds = (body.explain === true ? [] : (body.explain.page_ids ?? [])).map((id) => ({
          given: id,
          id: parseId(id),
        }))
        return { ...answer, explain: await explain(request, result, pageIds), took_ms: tookMs() }
      },
    )
  }

function contradictionsAmong(passages: readonly Passage[]) {
  return presentContradictions(findContradictions(passages, passages))
}

function presentPassage(passage: Passage) {
  return {
    page_id: String(passage.pageId),
    external_id: passage.externalId,
    source_id: passage.sourceId,
    title: passage.title,
    url: passage.url,
    heading_path: passage.headingPath,
    passage: passage.text,
    updated_at: toUnixSeconds(passage.updatedAt),
    score: passage.scores.fused,
    scores: passage.scores,
  }
}
