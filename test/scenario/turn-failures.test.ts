import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPage, aSource, startTestApp } from '../support/test-app.ts'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'
import { readableLog } from './log-lines.ts'

/** A world whose database refuses rows that break a condition. */
async function aBrokenWorld(table: string, condition: string) {
  const { log, lines } = readableLog()
  const app = await startTestApp({}, { log })
  const world = new FinWorld(app, await aSource(app))
  const html = `<p>${QUESTIONS.refund} In fourteen days.</p>`
  await app.post('/ai/external_pages', aPage(world.sourceId, { html }))
  const statement = `alter table ${table} add constraint broken check (${condition}) not valid`
  await sql.raw(statement).execute(app.app.db.reader)
  const failures = () => lines.filter(({ msg }) => msg === 'due work failed; it comes again').length
  return {
    world,
    failures,
    mend: () => sql.raw(`alter table ${table} drop constraint broken`).execute(app.app.db.reader),
  }
}

test.each([
  ['an answer', 'part_source', 'false', {}],
  [
    'what an attachment says',
    'part_attachment',
    `state = 'waiting'`,
    { attachments: [{ type: 'file', name: 'a.txt', content_type: 'text/plain', data: btoa('hello') }] },
  ],
])('who waits for an answer gets a person when %s can not be stored', async (_what, table, condition, fields) => {
  const { world: opened, failures } = await aBrokenWorld(table, condition)
  await using world = opened
  await world.start('unlucky', QUESTIONS.refund, fields)
  for (const [seconds, failed] of [
    [0, 1],
    [2, 2],
    [4, 3],
  ] as const) {
    world.app.clock.advance(seconds * 1_000)
    await world.idle()
    expect(failures()).toBe(failed)
    expect(await world.events('unlucky')).toEqual([])
  }
  world.app.clock.advance(6_000)
  await world.idle()
  expect((await world.events('unlucky')).map(gist)).toEqual([
    'fin_replied',
    'escalated: Conversation finished without resolution',
    'complete',
  ])
  expect(failures()).toBe(3)
})

test('an answer that could be stored at the second attempt is given once', async () => {
  const { world: opened, mend } = await aBrokenWorld('part_source', 'false')
  await using world = opened
  await world.start('lucky', QUESTIONS.refund)
  await world.idle()
  await mend()
  world.app.clock.advance(2_000)
  await world.idle()
  expect((await world.events('lucky')).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
})

test('a silence that can not be ended is tried again, without haste', async () => {
  const { world: opened, failures, mend } = await aBrokenWorld('conversation_part', `purpose <> 'check_in'`)
  await using world = opened
  await world.talk('silent', QUESTIONS.refund)
  world.app.clock.advance(240_000)
  await world.idle()
  expect(failures()).toBe(1)
  await mend()
  world.app.clock.advance(60_000)
  await world.idle()
  expect(await world.lastReply('silent')).toMatchObject({ purpose: 'check_in' })
  expect(failures()).toBe(1)
})
