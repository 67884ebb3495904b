import { Type, type Static } from 'typebox'

/** A line of `queries.jsonl`. Lengths are those that `POST /dorsal/v1/answers` takes; fields that are not named are allowed. */
export const QuestionLine = Type.Object({
  id: Type.String({ minLength: 1 }),
  text: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
  /** Any of these would do. */
  answers: Type.Optional(Type.Array(Type.String())),
  /** Whether the library holds an answer; missing, it does. */
  answerable: Type.Optional(Type.Boolean()),
  /** Earlier turns of the conversation, oldest first. */
  history: Type.Optional(
    Type.Array(
      Type.Object({
        role: Type.Unsafe<'user' | 'agent'>({ type: 'string', enum: ['user', 'agent'] }),
        text: Type.String({ maxLength: 10_000 }),
      }),
      { maxItems: 50 },
    ),
  ),
})
export type QuestionLine = Static<typeof QuestionLine>

/** A line of `corpus.jsonl`: a page, as html or as plain text. */
export const PageLine = Type.Object({
  id: Type.String({ minLength: 1 }),
  title: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  html: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
})
export type PageLine = Static<typeof PageLine>
