/** A field that is not what it was; null where it was not or is not there. */
export interface Difference {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields of two records whose JSON differs, in their order. */
export function findDifferences(before: object, after: object): Difference[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const fresh = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
    .filter((difference) => JSON.stringify(difference.before) !== JSON.stringify(difference.after))
}
