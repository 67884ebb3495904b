import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, complete, drop, swap, type ModelStates } from './model-states.ts'

const NAMES = ['a', 'b', 'c'] as const
const name = fc.constantFrom(...NAMES)
/** What may happen to the models, in any order: a program starts, vectors are made, somebody decides. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('choose' as const), name, canServe: fc.boolean() }),
  fc.record({ kind: fc.constant('complete' as const), name }),
  fc.record({ kind: fc.constant('swap' as const) }),
  fc.record({ kind: fc.constant('drop' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function apply(states: ModelStates, happened: Step): ModelStates {
  switch (happened.kind) {
    case 'choose':
      return choose(states, happened.name, () => happened.canServe)
    case 'complete':
      return complete(states, happened.name)
    case 'swap':
      return swap(states) ?? states
    case 'drop':
      return drop(states) ?? states
    default:
      return happened satisfies never
  }
}

function those(states: ModelStates, ...wanted: string[]): string[] {
  return [...states].filter(([, state]) => wanted.includes(state)).map(([each]) => each)
}

test('whatever happens, one model serves, at most one is to replace it, and none serves whose vectors were never all made', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let states: ModelStates = new Map()
      let configured: string | undefined
      let dropped: string | undefined
      for (const happened of steps) {
        const before = states
        states = apply(states, happened)
        if (happened.kind === 'choose') {
          if (happened.name !== configured) dropped = undefined
          configured = happened.name
        }
        if (happened.kind === 'drop') dropped = those(before, 'building', 'waiting')[0] ?? dropped
        const serving = those(states, 'serving')
        const next = those(states, 'building', 'waiting')

        expect(serving).toHaveLength(configured === undefined ? 0 : 1)
        expect(next.length).toBeLessThanOrEqual(1)
        // Only what the settings name may come; what was dropped may not.
        expect(next.every((each) => each === configured && each !== dropped)).toBe(true)
        if (dropped !== undefined && serving[0] !== dropped) expect(states.get(dropped)).toBe('dropped')
        // A model takes over when its vectors are made, or when no other can serve.
        const [took, had] = [serving[0], those(before, 'serving')[0]]
        if (took !== had && had !== undefined) {
          const isForced = happened.kind === 'choose' && !happened.canServe
          expect(isForced || (happened.kind === 'swap' && before.get(took ?? '') === 'waiting')).toBe(true)
          expect(states.get(had)).toBe('retired')
        }
      }
    }),
    { seed: 20_260_102, numRuns: 2_000 },
  )
})

test('settings that go back to the model that serves end the change', () => {
  let states = choose(new Map(), 'a', () => true)
  states = complete(
    choose(states, 'b', () => true),
    'b',
  )
  expect([...states]).toEqual([
    ['a', 'serving'],
    ['b', 'waiting'],
  ])
  expect([...choose(states, 'a', () => true)]).toEqual([
    ['a', 'serving'],
    ['b', 'retired'],
  ])
  // A program that starts in the meantime changes nothing.
  expect(choose(states, 'b', () => true)).toEqual(states)
})
