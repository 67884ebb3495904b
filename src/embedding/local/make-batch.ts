import type { EncodedText } from './encode-text.ts'

/** Encoded texts side by side, the shorter ones filled up: `rows` x `tokens` numbers in each array. */
export interface Batch {
  readonly rows: number
  readonly tokens: number
  readonly ids: BigInt64Array
  /** 1 where a text has a token, 0 where it was filled up. */
  readonly mask: BigInt64Array
  readonly typeIds: BigInt64Array
}

export function makeBatch(texts: readonly EncodedText[], padId: number): Batch {
  const rows = texts.length
  const tokens = Math.max(...texts.map(({ ids }) => ids.length))
  const ids = new BigInt64Array(rows * tokens).fill(BigInt(padId))
  const mask = new BigInt64Array(rows * tokens)
  const typeIds = new BigInt64Array(rows * tokens)
  texts.forEach((text, row) => {
    ids.set(text.ids.map(BigInt), row * tokens)
    mask.fill(1n, row * tokens, row * tokens + text.ids.length)
    typeIds.set(text.typeIds.map(BigInt), row * tokens)
  })
  return { rows, tokens, ids, mask, typeIds }
}
