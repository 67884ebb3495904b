import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aPage, aSource, startTestApp } from '../support/test-app.ts'
import { Chat, JANE, setFlow } from './channel-world.ts'

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'custom-channel.md')

test('the document shows events as they are sent', async () => {
  const blocks = readFileSync(DOCUMENT, 'utf8').matchAll(/^```json\n(.*?)^```/gms)
  const [settings, ...shown] = [...blocks].map(([, json = '']) => JSON.parse(json))
  expect(new Set(shown.map(({ event_type: type }) => type)).size).toBe(6)

  await using app = await startTestApp()
  await app.post('/ai/external_pages', aPage(await aSource(app)))
  await setFlow(app, settings.flow)
  const chat = new Chat(app, 'conv_67890')
  chat.contact = { ...JANE, external_id: 'user_001' }
  const steps = [
    () => chat.begin(),
    () => chat.choose('account'),
    () => chat.collect('plan', 'Gold'),
    () => chat.say('How do I start the machine?'),
    () => chat.say('Thank you'),
    () => chat.say('I want to talk to a human'),
  ]
  const sent: any[] = []
  for (const step of steps) {
    expect((await step()).status).toBe(200)
    sent.push(...(await chat.told()))
  }
  for (const event of shown) expect(sent).toContainEqual({ ...event, event_id: expect.any(String) })
})
