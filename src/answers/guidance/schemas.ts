import { Type, type Static } from 'typebox'
import { oneOf } from '../../http/index.ts'
import { AudienceIds } from '../../library/index.ts'

export const LENGTHS = ['concise', 'standard', 'thorough'] as const
const FORMALITIES = ['formal', 'informal'] as const
/** Intercom's categories of guidance (facts §7.5). */
export const CATEGORIES = [
  'communication_style',
  'context_and_clarification',
  'handover_and_escalation',
  'everything_else',
] as const

/** A whole list: rules that are not in it are not wanted any more. */
export const GuidanceRule = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }),
    text: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
    category: Type.Optional(oneOf(CATEGORIES)),
    audience_ids: Type.Optional(AudienceIds),
    is_active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

/** What is left out stays as it is; null takes it away. */
export const GuidanceChange = Type.Object(
  {
    tone: Type.Optional(
      Type.Unsafe<string | null>({ type: ['string', 'null'], minLength: 1, maxLength: 500, pattern: '\\S' }),
    ),
    length: Type.Optional(oneOf(LENGTHS)),
    formality: Type.Optional(
      Type.Unsafe<(typeof FORMALITIES)[number] | null>({ type: ['string', 'null'], enum: [...FORMALITIES, null] }),
    ),
    language: Type.Optional(
      Type.String({ pattern: '^(asker|[a-z]{2,3})$', description: '`asker` or an ISO 639 code such as "de"' }),
    ),
    rules: Type.Optional(Type.Array(GuidanceRule, { maxItems: 50 })),
  },
  { additionalProperties: false },
)
export type GuidanceChange = Static<typeof GuidanceChange>
export type GuidanceRule = Static<typeof GuidanceRule>
