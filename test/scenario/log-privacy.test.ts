import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeLogger } from '../../src/app/logger.ts'
import { EventStream } from '../support/event-stream.ts'
import { aPage, aSource, startTestApp } from '../support/test-app.ts'
import { FinWorld } from './fin-world.ts'

test('the log tells nothing that users wrote, who they are, or how to read along', { timeout: 60_000 }, async () => {
  let text = ''
  const log = makeLogger('trace', { write: (line: string) => void (text += line) })
  const lines = () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  const app = await startTestApp({}, { log })
  await using world = new FinWorld(app, await aSource(app))
  await app.post('/ai/external_pages', aPage(world.sourceId))
  const user = { id: 'zquserid', name: 'zqname', email: 'zqemail@example.com' }
  const fields = {
    user,
    attachments: [{ type: 'file', name: 'a.txt', content_type: 'text/plain', data: btoa('zqfile') }],
  }

  const started = await world.start('zqconversation', 'How do I start the zqmachine?', fields)
  const address: string = started.body.sse_subscription_url
  await (await EventStream.open(address)).all()
  const token = new URL(address).searchParams.get('accessToken') ?? ''
  // However a client spells a parameter.
  await EventStream.open(address.replace('accessToken', '%61ccessToken'))
  await EventStream.open(`${address}x`)
  await app.get('/dorsal/v1/contacts?email=zqemail%40example.com&external_id=zquserid')
  await app.get('/dorsal/v1/contacts?%65mail=zqemail@example.com&per_page=zqnumber')
  await app.get('/dorsal/v1/conversations?external_id=zqconversation')
  await world.start('zqconversation', 'zqagain', { user: { ...user, email: 'zq no email' } })
  await app.post('/fin/reply', '{"message": "zqbroken')
  await world.rate('zqconversation', 'zqrating', 'zqremark')

  // A database that fails says which row it could not take.
  const { reader } = app.app.db
  await sql`alter table conversation_part add constraint broken check (body_text not like '%button%')`.execute(reader)
  await sql`alter table contact add constraint broken check (name <> 'zqbadname')`.execute(reader)
  expect((await world.reply('zqconversation', 'How do I start the machine?', { user })).status).toBe(200)
  expect((await world.reply('zqconversation', 'hello', { user: { ...user, name: 'zqbadname' } })).status).toBe(500)
  await expect.poll(() => lines().filter(({ level }) => level === 50).length).toBeGreaterThan(1)

  const logged = lines().map(({ url }) => url)
  expect(logged).toContain('/dorsal/v1/contacts?email&external_id')
  expect(text).toContain('violates check constraint')
  for (const secret of ['zq', 'green button', token, token.slice(-20), Buffer.from('zqfile').toString('base64')]) {
    expect(text.includes(secret) ? text.slice(Math.max(0, text.indexOf(secret) - 200)).slice(0, 400) : '').toBe('')
  }
})
