import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { ChatModelError, type TokenUsage } from './chat-model.ts'

const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]))

const Usage = Nullable(Type.Object({ prompt_tokens: Type.Integer(), completion_tokens: Type.Integer() }))
const Delta = Type.Object({ content: Nullable(Type.String()) })

/** What is read of a piece of a streamed reply; servers add fields of their own. */
const Chunk = Type.Object({
  model: Nullable(Type.String()),
  choices: Nullable(Type.Array(Type.Object({ delta: Nullable(Delta) }))),
  usage: Usage,
})

const Completion = Type.Object({
  model: Nullable(Type.String()),
  choices: Type.Array(Type.Object({ message: Delta })),
  usage: Usage,
})

/** One piece of a reply; the whole of it where the endpoint does not stream. */
export interface ReplyPiece {
  readonly text: string
  /** Whether the model has begun: with the reply, or with thoughts that some servers send beside it. */
  readonly hasBegun: boolean
  readonly model: string | undefined
  readonly usage: TokenUsage | undefined
}

/** @throws ChatModelError `broken` */
export function readChunk(chunk: unknown): ReplyPiece {
  if (!Value.Check(Chunk, chunk)) throw notUnderstood()
  const delta = chunk.choices?.[0]?.delta ?? {}
  // The first piece of many servers says nothing but whose turn it is.
  const said = Object.entries(delta).some(([name, value]) => name !== 'role' && typeof value === 'string' && value)
  return { ...commonOf(chunk), text: delta.content ?? '', hasBegun: said }
}

/** @throws ChatModelError `broken` */
export function readCompletion(completion: unknown): ReplyPiece {
  if (!Value.Check(Completion, completion)) throw notUnderstood()
  return { ...commonOf(completion), text: completion.choices[0]?.message.content ?? '', hasBegun: true }
}

function commonOf({ model, usage }: { model?: string | null; usage?: Wire | null }) {
  return {
    model: model || undefined,
    usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : undefined,
  }
}

interface Wire {
  readonly prompt_tokens: number
  readonly completion_tokens: number
}

function notUnderstood(): ChatModelError {
  return new ChatModelError('broken', 'the model endpoint answered in an unknown form')
}
