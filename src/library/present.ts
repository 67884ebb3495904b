import { atLeast, type ApiVersion } from '../http/index.ts'
import { toUnixSeconds } from '../kernel/index.ts'
import type { Audience } from './audiences.ts'
import type { Page } from './page.ts'
import type { Source } from './source-store.ts'
import type { SuspiciousPassage } from './suspicious-passages.ts'

/** `content_import_source` (facts §1.2); `audience_ids` from 2.15. */
export function presentSource(source: Source, version: ApiVersion) {
  return {
    type: 'content_import_source' as const,
    id: source.id,
    last_synced_at: toUnixSeconds(source.last_synced_at),
    status: source.status,
    url: source.url,
    sync_behavior: source.sync_behavior,
    ...(atLeast(version, '2.15') ? { audience_ids: source.audience_ids } : {}),
    created_at: toUnixSeconds(source.created_at),
    updated_at: toUnixSeconds(source.updated_at),
  }
}

/** `external_page` (facts §1.3); the sales agent's flag from 2.15, `url` only where there is one. */
export function presentPage(page: Page, version: ApiVersion) {
  return {
    id: String(page.id),
    type: 'external_page' as const,
    title: page.title,
    html: page.html,
    ...(page.url === null ? {} : { url: page.url }),
    ai_agent_availability: page.ai_agent_availability,
    ai_copilot_availability: page.ai_copilot_availability,
    ...(atLeast(version, '2.15') ? { ai_sales_agent_availability: page.ai_sales_agent_availability } : {}),
    fin_availability: page.ai_agent_availability,
    locale: page.locale,
    source_id: page.source_id,
    external_id: page.external_id,
    created_at: toUnixSeconds(page.created_at),
    updated_at: toUnixSeconds(page.updated_at),
    last_ingested_at: toUnixSeconds(page.last_ingested_at),
  }
}

export function presentAudience(audience: Audience) {
  return {
    type: 'audience' as const,
    id: audience.id,
    name: audience.name,
    rule: audience.rule,
    source_ids: audience.source_ids,
    created_at: toUnixSeconds(audience.created_at),
    updated_at: toUnixSeconds(audience.updated_at),
  }
}

export function presentSuspiciousPassage({ page_id, text, ...passage }: SuspiciousPassage) {
  return { type: 'suspicious_passage' as const, page_id: String(page_id), ...passage, quote: text }
}
