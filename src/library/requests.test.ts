import { expect, test } from 'vitest'
import { toAudienceIds, toPagePush, toSyncBehavior } from './requests.ts'

const page = { title: 'T', html: '<p>H</p>', locale: 'en' as const, source_id: 7, external_id: 'x' }

test('a page without a url has none, and its flags are open', () => {
  expect(toPagePush(page)).toEqual({
    title: 'T',
    html: '<p>H</p>',
    locale: 'en',
    url: null,
    sourceId: 7,
    externalId: 'x',
    availability: { agent: undefined, copilot: undefined, salesAgent: undefined },
  })
})

test('fin_availability stands for the flags that are not given', () => {
  const flags = (fields: object) => toPagePush({ ...page, ...fields }).availability
  expect(flags({ fin_availability: true })).toMatchObject({ agent: true, copilot: true, salesAgent: undefined })
  expect(flags({ fin_availability: true, ai_agent_availability: false })).toMatchObject({ agent: false, copilot: true })
  expect(flags({ ai_copilot_availability: false })).toMatchObject({ agent: undefined, copilot: false })
})

test('an id that no source can have is the id of no source', () => {
  for (const source_id of [-1, 0, 2 ** 31, 2 ** 53]) expect(toPagePush({ ...page, source_id }).sourceId).toBe(0)
})

test('audience ids may come in four shapes', () => {
  expect([undefined, null, 3, [3, 4, 3], []].map((value) => toAudienceIds(value))).toEqual([
    undefined,
    [],
    [3],
    [3, 4],
    [],
  ])
})

test('both spellings of automatic are one', () => {
  expect(['api', 'automatic', 'automated', 'manual'].map((value) => toSyncBehavior(value as 'api'))).toEqual([
    'api',
    'automatic',
    'automatic',
    'manual',
  ])
})
