import type { EmbeddingModelState } from '../db/index.ts'

/**
 * The states of all models that have vectors, by name. At most one serves, at most one is on its way to replace it
 * (`building`, then `waiting`).
 */
export type ModelStates = ReadonlyMap<string, EmbeddingModelState>

/**
 * The settings name this model. It serves at once where no other can; otherwise the one that serves goes on until the
 * new one's vectors are made. One that somebody dropped stays dropped until the settings name another.
 */
export function choose(states: ModelStates, name: string, canServe: (name: string) => boolean): ModelStates {
  const serving = servingIn(states)
  const isFree = serving === undefined || serving === name || !canServe(serving)
  const chosen = states.get(name)
  const next = new Map<string, EmbeddingModelState>()
  for (const other of states.keys()) next.set(other, other === serving && !isFree ? 'serving' : 'retired')
  if (isFree) return next.set(name, 'serving')
  return next.set(name, chosen === undefined || chosen === 'retired' ? 'building' : chosen)
}

/** All vectors of this model are made. */
export function complete(states: ModelStates, name: string): ModelStates {
  return states.get(name) === 'building' ? new Map(states).set(name, 'waiting') : states
}

/** The new model takes over; undefined when none is ready. */
export function swap(states: ModelStates): ModelStates | undefined {
  const waiting = [...states].find(([, state]) => state === 'waiting')?.[0]
  const serving = servingIn(states)
  if (waiting === undefined) return undefined
  const next = new Map(states).set(waiting, 'serving')
  return serving === undefined ? next : next.set(serving, 'retired')
}

/** The new model is given up; undefined when there is none. */
export function drop(states: ModelStates): ModelStates | undefined {
  const candidate = [...states].find(([, state]) => state === 'building' || state === 'waiting')?.[0]
  return candidate === undefined ? undefined : new Map(states).set(candidate, 'dropped')
}

function servingIn(states: ModelStates): string | undefined {
  return [...states].find(([, state]) => state === 'serving')?.[0]
}
