import { expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

function dorsal(app: TestApp, ...args: string[]) {
  return runCli(args, { env: { DORSAL_URL: app.url } })
}

test('an answer that was asked for is replayed by the id that was printed', { timeout: 60_000 }, async () => {
  await using app = await startTestApp()
  const source = await aSource(app)
  await app.post('/ai/external_pages', aPage(source))
  const asked = await dorsal(app, 'ask', 'How do I start the machine?')
  const id = /answer ([0-9a-f-]{36})\)/.exec(asked.stdout)?.[1] ?? ''
  expect(await dorsal(app, 'replay', id)).toEqual({
    code: 0,
    stderr: '',
    stdout: 'How do I start the machine?\nSame, byte for byte.\nThe library has not changed since (revision 1).\n',
  })

  await app.post('/ai/external_pages', aPage(source, { html: '<p>Press the red lever to start the machine.</p>' }))
  expect(await dorsal(app, 'replay', id)).toMatchObject({ code: 0, stdout: expect.stringContaining('Same') })
  const current = await dorsal(app, 'replay', id, '--current')
  expect(current).toMatchObject({ code: 1, stderr: '' })
  expect(current.stdout).toContain('\nDifferent.\n')
  expect(current.stdout).toContain('  body_text: Press the [-green button-] {+red lever+} to start the machine.\n')
  expect(current.stdout).not.toContain('body_html')
  expect(current.stdout).toContain('The library has changed 1 time since (revision 1, now 2).\n')
  expect(current.stdout).toMatch(/Page \d+ is another by now \(revision 1, now 2\)\.\n$/)
  const asJson = await dorsal(app, 'replay', id, '--current', '--json')
  expect(JSON.parse(asJson.stdout)).toMatchObject({ answer_id: id, same: false, against: 'current' })

  await app.delete(`/ai/content_import_sources/${source}`)
  const gone = await dorsal(app, 'replay', id)
  expect(gone).toMatchObject({ code: 3, stdout: expect.stringContaining('a page that it was made from is deleted') })
  expect(gone.stdout).not.toContain('button')
})

test('an answer that is not there is told in one line', async () => {
  await using app = await startTestApp()
  for (const id of ['9', crypto.randomUUID()]) {
    const { code, stdout, stderr } = await dorsal(app, 'replay', id)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`has no answer "${id}"`)
  }
})
