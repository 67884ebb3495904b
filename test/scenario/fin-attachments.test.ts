import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

/** A PDF of one page that says this. */
function aPdf(text: string): string {
  const content = `BT /F1 12 Tf 20 250 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 300] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let file = '%PDF-1.4\n'
  let table = 'xref\n0 6\n0000000000 65535 f \n'
  for (const [index, object] of objects.entries()) {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  return `${file}${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}

async function say(text: string, attachments: readonly object[]) {
  const id = world.newId()
  const { status, body } = await world.start(id, text, { attachments })
  expect({ status, answer: body.status }).toEqual({ status: 200, answer: 'thinking' })
  await world.idle()
  const [asked, answered] = await world.parts(id)
  return { asked, answered }
}

test.each([
  ['text/plain', 'mail.txt', `Dear team,\n${QUESTIONS.refund}`],
  ['text/html', 'mail.html', `<html><body><h1>Dear team</h1><p>${QUESTIONS.refund}</p></body></html>`],
  ['text/markdown', 'mail.md', `# Dear team\n\n${QUESTIONS.refund}`],
  ['application/pdf', 'mail.pdf', aPdf(QUESTIONS.refund)],
])('a question that only an attachment asks is answered: %s', async (type, name, content) => {
  const file = { type: 'file', name, content_type: type, data: Buffer.from(content, 'latin1').toString('base64') }
  for (const text of ['', 'Please see the file']) {
    const { asked, answered } = await say(text, [file])
    expect(answered).toMatchObject({ purpose: 'answer', body: expect.stringContaining(QUESTIONS.refundWord) })
    expect(asked.attachments).toEqual([
      { name, content_type: type, size_bytes: content.length, url: null, state: 'read', reason: null },
    ])
  }
})

test('a file that is not read keeps no message from being answered', async () => {
  const data = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64')
  const { asked, answered } = await say(QUESTIONS.password, [
    { type: 'file', name: 'screen.png', content_type: 'image/png', data },
    { type: 'file', name: 'broken.pdf', content_type: 'application/pdf', data: btoa('%PDF-1.4 broken') },
  ])
  expect(answered.body).toContain(QUESTIONS.passwordWord)
  expect(asked.attachments.map(({ state }: any) => state)).toEqual(['kept', 'failed'])
})

test('an address inside our network is not asked, and the message is answered', async () => {
  let requests = 0
  const server = createServer((_request, response) => {
    requests++
    response.setHeader('content-type', 'text/plain').end(QUESTIONS.refund)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::ffff:127.0.0.1]:${port}`, '169.254.169.254', '10.0.0.1']
  const { asked, answered } = await say(
    QUESTIONS.password,
    hosts.map((host) => ({ type: 'url', url: `http://${host}/mail.txt` })),
  )
  server.close()
  expect(requests).toBe(0)
  expect(answered.body).toContain(QUESTIONS.passwordWord)
  for (const attachment of asked.attachments) {
    expect(attachment).toMatchObject({ state: 'failed', reason: 'its address is not allowed', size_bytes: 0 })
  }
})

test('a message that comes while the agent still reads is answered in the same reply', async () => {
  const asked = Promise.withResolvers<ServerResponse>()
  const server = createServer((_request, response) => asked.resolve(response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await using slow = await FinWorld.open({ DORSAL_OUTGOING_ALLOW: `127.0.0.1:${port}` })
  const id = slow.newId()
  await slow.start(id, 'Hello', { attachments: [{ type: 'url', url: `http://127.0.0.1:${port}/slow.txt` }] })
  const response = await asked.promise
  await slow.reply(id, QUESTIONS.refund)
  response.setHeader('content-type', 'text/plain').end('Nothing of interest')
  await slow.idle()
  server.close()
  const parts = await slow.parts(id)
  expect(parts.map(({ author }) => author.type)).toEqual(['user', 'user', 'bot'])
  expect(parts[2].body).toContain(QUESTIONS.refundWord)
  expect((await slow.events(id)).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
}, 60_000)

test.each([
  [{ type: 'url' }, 'attachments.0.url is required'],
  [{ type: 'file', content_type: 'text/plain', data: '' }, 'attachments.0.name is required'],
  [{ type: 'file', name: 'a.txt', data: '' }, 'attachments.0.content_type is required'],
  [{ type: 'file', name: 'a.txt', content_type: 'text/plain' }, 'attachments.0.data is required'],
  [{ name: 'a.txt' }, 'attachments.0.type is required'],
  [{ type: 'url', url: 'file:///etc/passwd' }, 'attachments.0.url must be an http or https URL'],
  [{ type: 'file', name: 'a.txt', content_type: 'text/plain', data: '%%%' }, 'attachments.0.data must be base64'],
])('an attachment that is not whole is refused, and nothing is kept: %j', async (attachment, message) => {
  const before = await world.counts()
  const { status, body } = await world.start(world.newId(), 'Hello', { attachments: [attachment] })
  expect({ status, errors: body.errors }).toMatchObject({
    status: 400,
    errors: [{ code: 'parameter_invalid', message }],
  })
  expect(await world.counts()).toEqual(before)
})
