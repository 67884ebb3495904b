import type { Run } from '../run/run-schema.ts'

/** Why two runs can't be compared; undefined: they can. A gate must not be open because nothing was looked at. */
export function findMismatch(before: Run, now: Run): string | undefined {
  for (const [part, only] of [
    ['search', 'answers'],
    ['answer', 'search'],
  ] as const) {
    const has = (run: Run) => run.questions.some((question) => question[part] !== undefined)
    if (has(now) && !has(before)) return `it holds no results of ${part}; compare with --only ${only}`
  }
  const asked = new Set(before.questions.map(({ id }) => id))
  if (!now.questions.some(({ id }) => asked.has(id))) return 'it has no question in common with this run'
  return undefined
}

/** Settings that differ, as `name: before -> now`: what they change is not the content's doing. */
export function listChangedSettings(before: Run, now: Run): string[] {
  const names = new Set([...Object.keys(before.settings), ...Object.keys(now.settings)])
  return [...names]
    .map((name) => [name, show(before.settings[name]), show(now.settings[name])] as const)
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name}: ${was} -> ${is}`)
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'unset'
}
