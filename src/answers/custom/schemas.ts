import { Type, type Static } from 'typebox'
import { oneOf } from '../../http/index.ts'
import { AudienceIds } from '../../library/index.ts'
import { AGENTS } from '../../retrieval/index.ts'

export const CustomAnswerParams = Type.Object({ identifier: Type.String() })

const Question = Type.String({
  maxLength: 500,
  pattern: '[\\p{L}\\p{N}]',
  description: 'a question with letters or digits',
})

/** What is left out of a change, questions and the answer itself aside, stays as it is. */
export const WriteCustomAnswer = Type.Object(
  {
    questions: Type.Array(Question, { minItems: 1, maxItems: 50 }),
    /** One of the two. */
    answer_html: Type.Optional(Type.String({ maxLength: 50_000 })),
    answer_text: Type.Optional(Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' })),
    audience_ids: Type.Optional(AudienceIds),
    agents: Type.Optional(Type.Array(oneOf(AGENTS), { minItems: 1, maxItems: 2, uniqueItems: true })),
    is_active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type WriteCustomAnswer = Static<typeof WriteCustomAnswer>
