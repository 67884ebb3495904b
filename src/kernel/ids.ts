/** Largest id: clients parse ids as 32-bit integers (facts §8.3). */
export const MAX_ID = 2 ** 31 - 1

/** The integer in a path segment or string id, or undefined when it cannot be the id of anything. */
export function parseId(raw: string): number | undefined {
  if (!/^[1-9][0-9]{0,9}$/.test(raw)) return undefined
  const id = Number(raw)
  return id <= MAX_ID ? id : undefined
}
