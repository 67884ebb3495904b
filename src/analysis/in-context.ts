/**
 * A passage under its title and headings, a line each: what models read of it. Its vector is kept by the hash of exactly
 * this, which `embedding/pending.ts` says in SQL.
 */
export function inContext(title: string, headingPath: readonly string[], text: string): string {
  return [title, ...headingPath, text].join('\n')
}
