import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetAnswers } from '../../src/answers/index.ts'
import { answerHonestly, cite, isRewrite } from '../support/honest-model.ts'
import { runCli } from '../support/run-cli.ts'
import type { Script } from '../support/scripted-chat.ts'
import { ModelWorld, QUESTION } from './model-world.ts'
import { findEverywhere } from './planted.ts'

let world: ModelWorld
beforeAll(async () => {
  world = await ModelWorld.open({ DORSAL_LLM_INPUT_PRICE: '2', DORSAL_LLM_OUTPUT_PRICE: '10' })
}, 120_000)
afterAll(() => world[Symbol.asyncDispose]())

const OPEN = 'To get a refund for an order, open the order and choose Refund.'
const ASK = 'You have fourteen days to ask.'

const replay = async ({ answer_id: id }: any, against?: string): Promise<any> =>
  (await world.app.post(`/dorsal/v1/answers/${id}/replay`, against && { against })).body
const record = async ({ answer_id: id }: any): Promise<any> => (await world.app.get(`/dorsal/v1/answers/${id}`)).body
const dorsal = (...args: string[]) => runCli(args, { env: { DORSAL_URL: world.app.url } })

const history = [
  { role: 'user', text: 'How do I reset the alarm?' },
  { role: 'agent', text: 'Press the red button.' },
]
const TALES: readonly (readonly [name: string, script: Script, expected: object, fields?: object])[] = [
  [
    'an answer',
    () => [cite(OPEN), cite('The moon is a cheese.', 1, OPEN), cite(ASK)].join('\n'),
    { mode: 'generated' },
  ],
  ['a refusal', () => 'NO_ANSWER', { mode: 'generated', status: 'refused' }],
  ['a second attempt', (_call, index) => (index === 0 ? 'Just ask!' : cite(ASK)), { mode: 'generated' }],
  ['pages instead of nonsense', () => 'Just ask our staff!', { mode: 'extractive', degraded: [] }],
  ['pages instead of a failure', () => ({ status: 500 }), { mode: 'extractive', degraded: ['model_unavailable'] }],
  [
    'a follow-up made to stand alone',
    (call) => (isRewrite(call) ? 'How is the alarm reset at night?' : answerHonestly(call)),
    { mode: 'generated' },
    { question: 'and at night?', history },
  ],
  [
    'a follow-up that was not',
    (call) => (isRewrite(call) ? { status: 400 } : answerHonestly(call)),
    { mode: 'generated' },
    { question: 'and at night?', history },
  ],
]

test('from what a model replied then, the same bytes come again without the model, whatever became of the library', async () => {
  const given: [string, any][] = []
  for (const [name, script, expected, fields] of TALES) {
    world.says(script)
    const answer = await world.ask(QUESTION, fields)
    expect(answer, name).toMatchObject(expected)
    given.push([name, answer])
  }
  world.says(() => ({ status: 500 }))
  await world.push('refunds', 'To get a refund for an order, write to nobody.')
  for (const [name, answer] of given) {
    expect(await replay(answer), name).toMatchObject({ same: true, obstacle: null, differences: [] })
  }
  expect(world.chat.calls).toEqual([])
  const stored = await record(given[2]?.[1])
  expect(stored.model_replies).toEqual([{ text: 'Just ask!' }, { text: cite(ASK) }])
  expect(stored.settings).toMatchObject({ chat_model: 'scripted', min_quote_words: 2 })
  expect((await record(given[4]?.[1])).model_replies).toEqual([{ failure: 'status' }])
  // For the tests below.
  await world.push('refunds', `${OPEN} ${ASK}`)
})

test('asked again, the model says the same, or what it says else is told sentence by sentence', async () => {
  world.says(() => [cite(OPEN), cite(ASK)].join('\n'))
  await world.app.put('/dorsal/v1/guidance', { tone: 'brisk' })
  const answer = await world.ask()
  await world.app.put('/dorsal/v1/guidance', { tone: null })
  expect(await replay(answer, 'model')).toMatchObject({ same: true, differences: [] })
  // It is asked what it was asked then.
  const [first, second] = world.chat.calls.map(({ messages }) => messages)
  expect(JSON.stringify(first)).toContain('brisk')
  expect(second).toEqual(first)

  world.says(() => cite('Open the order and choose Refund.', 1, 'open the order and choose Refund'))
  const different = await replay(answer, 'model')
  expect(different).toMatchObject({
    same: false,
    obstacle: null,
    statements: {
      kept: 0,
      dropped: [ASK],
      added: [],
      quotes_lost: [{ text: 'You have fourteen days to ask' }],
      quotes_added: [],
    },
  })
  const [{ then, now }] = different.statements.changed
  expect([then, now]).toEqual([OPEN, 'Open the order and choose Refund.'])
  expect(different.differences.map(({ field }: any) => field)).toContain('body_text')
  const told = await dorsal('replay', answer.answer_id, '--model')
  expect(told).toMatchObject({ code: 1, stderr: '' })
  expect(told.stdout).toContain('  0 sentences kept, 1 changed, 1 dropped, 0 added\n')
  expect(told.stdout).toContain(`  dropped: [-${ASK}-]\n`)
  expect(told.stdout).toMatch(/ {2}citation lost: "You have fourteen days to ask" \(page \d+\)\n/)
  expect(told.stdout).not.toContain('body_text')

  world.says(() => ({ status: 500 }))
  expect(await replay(answer, 'model')).toMatchObject({ same: false, obstacle: 'model_unavailable', now: null })
  const unavailable = await dorsal('replay', answer.answer_id, '--model')
  expect(unavailable).toMatchObject({ code: 3, stdout: expect.stringContaining('it gives no answer now') })
  expect(await dorsal('replay', answer.answer_id)).toMatchObject({ code: 0 })
  expect(await dorsal('replay', answer.answer_id, '--model', '--current')).toMatchObject({ code: 2 })
})

test('what a model replied goes with the pages that it was shown, though it quoted others', async () => {
  const { body: page } = await world.push('other', 'A refund for an order of zqshown is made by hand.')
  world.says(() => [cite(OPEN), 'They say zqshown is made by hand. [9] "zqshown"'].join('\n'))
  const answer = await world.ask()
  expect(answer.body_text).toBe(OPEN)
  expect(JSON.stringify((await record(answer)).model_replies)).toContain('zqshown')

  await world.app.delete(`/ai/external_pages/${page.id}`)
  expect(await record(answer)).toMatchObject({ model_replies: [], outcome: { body_text: OPEN } })
  for (const against of ['stored', 'model']) {
    const again = await replay(answer, against)
    expect([again.obstacle, again.then.body_text]).toEqual(['page_deleted', OPEN])
  }
  const { db } = world.app.app
  expect((await findEverywhere(world.app, ['zqshown']))['zqshown']).toContain('answer.evidence')
  await forgetAnswers(db.reader, new Date(0))
  expect((await findEverywhere(world.app, ['zqshown']))['zqshown']).toEqual([])
})
