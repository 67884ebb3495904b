import { Type, type Static, type TSchema } from 'typebox'
import { ListQueryFields, oneOf } from '../http/index.ts'
import { MAX_ID } from '../kernel/index.ts'

const URL_PATTERN = '^[hH][tT][tT][pP][sS]?://[^\\s/?#]+\\S*$'

/** An absolute http(s) URL: it is shown as a link, so no other scheme passes. */
const Url = Type.String({ pattern: URL_PATTERN, maxLength: 2048, description: 'an http or https URL' })

function nullable<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as { type?: string }).type, 'null'] })
}

const Status = oneOf(['active', 'deactivated'])

/** One id, several, or null for none; versions from 2.15 (facts §1.5). */
export const AudienceIds = Type.Unsafe<number | number[] | null>({
  type: ['integer', 'array', 'null'],
  items: { type: 'integer' },
  maxItems: 100,
})

export const CreateSource = Type.Object({
  sync_behavior: oneOf(['api']),
  url: Url,
  status: Type.Optional(Status),
  audience_ids: Type.Optional(AudienceIds),
})
export type CreateSource = Static<typeof CreateSource>

export const UpdateSource = Type.Object({
  // The contract says `automated` here and `automatic` in responses; both are taken (facts §9).
  sync_behavior: oneOf(['api', 'automatic', 'automated', 'manual']),
  url: Url,
  status: Type.Optional(Status),
  audience_ids: Type.Optional(AudienceIds),
  // Pages always inherit the audiences that their source has now, so both values mean the same here.
  apply_audience_to_existing_content: Type.Optional(Type.Boolean()),
})
export type UpdateSource = Static<typeof UpdateSource>

const content = {
  title: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }),
  html: Type.String(),
  url: Type.Optional(nullable(Url)),
  locale: oneOf(['en']),
  source_id: Type.Integer(),
}

const availability = {
  ai_agent_availability: Type.Optional(Type.Boolean()),
  ai_copilot_availability: Type.Optional(Type.Boolean()),
  ai_sales_agent_availability: Type.Optional(Type.Boolean()),
  /** Deprecated by Intercom; sets both flags that are not given themselves. */
  fin_availability: Type.Optional(Type.Boolean()),
}

const ExternalId = Type.String({ minLength: 1, maxLength: 512, pattern: '\\S' })

export const CreatePage = Type.Object({ ...content, ...availability, external_id: ExternalId })
export type CreatePage = Static<typeof CreatePage>

export const UpdatePage = Type.Object({ ...content, ...availability, external_id: Type.Optional(ExternalId) })
export type UpdatePage = Static<typeof UpdatePage>

export const WriteAudience = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }),
  rule: Type.Unknown(),
})

/** Suspicious passages, of one source or of all. */
export const SuspiciousQuery = Type.Object({
  ...ListQueryFields,
  source_id: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_ID })),
})
