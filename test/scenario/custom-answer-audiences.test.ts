import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { attributes, isIn, rule, type Attributes, type Rule } from './audience-rules.ts'

const RUNS = 60
const QUESTION = 'How do I open the harbour lantern?'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000000' })
})
afterAll(() => app[Symbol.asyncDispose]())

interface Plan {
  rules: Rule[]
  /** Audiences of each answer, by their places. */
  answers: { audiences: number[]; agents: ('ai_agent' | 'ai_copilot')[] }[]
  askers: { attributes: Attributes; agent: 'ai_agent' | 'ai_copilot' }[]
}

const agent = fc.constantFrom('ai_agent' as const, 'ai_copilot' as const)
const plan: fc.Arbitrary<Plan> = fc.record({
  rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
  answers: fc.array(
    fc.record({
      audiences: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
      agents: fc.uniqueArray(agent, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  askers: fc.array(fc.record({ attributes, agent }), { minLength: 3, maxLength: 3 }),
})

test('nobody gets a custom answer of an audience that they are not in, and everybody the best that is theirs', async () => {
  const counted = { given: 0, kept: 0 }
  await fc.assert(
    fc.asyncProperty(plan, async ({ rules, answers, askers }) => {
      await sql`delete from custom_answer`.execute(app.app.db.reader)
      const audiences: { id: number; rule: Rule }[] = []
      for (const each of rules) {
        const { body } = await app.post('/dorsal/v1/audiences', { name: 'audience', rule: each })
        audiences.push({ id: body.id, rule: each })
      }
      const written = answers.map(({ audiences: places, agents }, index) => ({
        identifier: `answer-${index}`,
        agents,
        held: audiences.filter((_audience, place) => places.includes(place)),
      }))
      for (const { identifier, agents, held } of written) {
        const audience_ids = held.map(({ id }) => id)
        const body = { questions: [QUESTION], answer_text: `Secret of ${identifier}.`, agents, audience_ids }
        expect((await app.put(`/dorsal/v1/custom_answers/${identifier}`, body)).status).toBe(200)
      }
      for (const asker of askers) {
        const theirs = written.filter(
          ({ agents, held }) =>
            agents.includes(asker.agent) &&
            (held.length === 0 || held.some((audience) => isIn(audience.rule, asker.attributes))),
        )
        const best = theirs.find(({ held }) => held.length > 0) ?? theirs[0]
        const { body } = await app.post('/dorsal/v1/answers', {
          question: QUESTION,
          agent: asker.agent,
          user: { attributes: asker.attributes },
        })
        expect(body.custom_answer).toBe(best?.identifier)
        for (const { identifier } of written.filter((each) => each !== best)) {
          expect(JSON.stringify(body)).not.toContain(`Secret of ${identifier}`)
        }
        counted.given += theirs.length
        counted.kept += written.length - theirs.length
      }
    }),
    { seed: 20_260_102, numRuns: RUNS, endOnFailure: true },
  )
  // Both promises were put to the test.
  expect(counted.given).toBeGreaterThan(50)
  expect(counted.kept).toBeGreaterThan(50)
}, 300_000)
