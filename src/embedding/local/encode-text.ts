import { Tokenizer } from '@huggingface/tokenizers'
import type { ModelInput } from './worker-protocol.ts'

export interface EncodedText {
  readonly ids: readonly number[]
  /** 0 for the tokens of a text, 1 for those of its passage. */
  readonly typeIds: readonly number[]
}

/** Tokens with those that a model wants around them. */
interface Framed {
  readonly tokens: readonly string[]
  readonly token_type_ids?: readonly number[]
}

/** Longer tokens are rare: more text than this is cut off before it is read. */
const CHARACTERS_PER_TOKEN = 16

/**
 * @param tokenizerJson what a `tokenizer.json` holds
 * @param maxTokens longer texts lose their end; of a pair the passage does, and what the text has beyond half of it
 * @throws when the tokenizer has parts that are not known
 */
export function makeTextEncoder(
  tokenizerJson: object,
  tokenizerConfig: object,
  maxTokens: number,
): (input: ModelInput) => EncodedText {
  const tokenizer = new Tokenizer(tokenizerJson, tokenizerConfig)
  const unknown: number = tokenizer.model?.unk_token_id ?? 0

  const tokenize = (text: string): string[] =>
    tokenizer.tokenize(text.slice(0, maxTokens * CHARACTERS_PER_TOKEN).toWellFormed(), { add_special_tokens: false })
  const frame = (text: readonly string[], passage: readonly string[] | null): Framed =>
    tokenizer.post_processor?.post_process(text, passage, true) ?? { tokens: [...text, ...(passage ?? [])] }
  const room = maxTokens - frame([], null).tokens.length
  const pairRoom = maxTokens - frame([], []).tokens.length

  return ({ text, passage }) => {
    const { tokens, token_type_ids: typeIds } =
      passage === undefined ? frame(tokenize(text).slice(0, room), null) : framePair(tokenize(text), tokenize(passage))
    const ids = tokens.map((token): number => tokenizer.token_to_id(token) ?? unknown)
    // A model must be given something to read.
    if (ids.length === 0) ids.push(unknown)
    return { ids, typeIds: typeIds ?? ids.map(() => 0) }
  }

  function framePair(text: readonly string[], passage: readonly string[]) {
    const start = text.slice(0, Math.max(Math.floor(pairRoom / 2), pairRoom - passage.length))
    return frame(start, passage.slice(0, pairRoom - start.length))
  }
}
