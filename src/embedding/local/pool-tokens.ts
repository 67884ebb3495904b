import type { Batch } from './make-batch.ts'
import type { Pooling } from './worker-protocol.ts'

/**
 * One vector a text from the vectors of its tokens; what fills up the batch has no part in it.
 * @param values rows x tokens x width numbers
 * @returns rows x width numbers
 */
export function poolTokens(values: Float32Array, { rows, tokens, mask }: Batch, pooling: Pooling): Float32Array {
  const width = values.length / (rows * tokens)
  const pooled = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const length = mask.subarray(row * tokens, (row + 1) * tokens).lastIndexOf(1n) + 1
    const start = pooling === 'last' ? length - 1 : 0
    const end = pooling === 'first' ? 1 : length
    const target = pooled.subarray(row * width, (row + 1) * width)
    for (let token = start; token < end; token++) {
      const offset = (row * tokens + token) * width
      for (let index = 0; index < width; index++) {
        target[index] = (target[index] ?? 0) + (values[offset + index] ?? 0) / (end - start)
      }
    }
  }
  return pooled
}

/** Brings each of the rows to length 1; one without a direction gets the same number everywhere. */
export function normaliseRows(values: Float32Array, rows: number): Float32Array {
  const width = values.length / rows
  const result = new Float32Array(values.length)
  for (let start = 0; start < values.length; start += width) {
    const row = values.subarray(start, start + width)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
    const isUsable = Number.isFinite(length) && length > 0
    result.set(
      row.map((value) => (isUsable ? value / length : 1 / Math.sqrt(width))),
      start,
    )
  }
  return result
}
