import { expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

function dorsal(app: TestApp, ...args: string[]) {
  return runCli(args, { env: { DORSAL_URL: app.url } })
}

test('an answer is printed with numbered citations, without colours outside a terminal', async () => {
  await using app = await startTestApp()
  await app.post('/ai/external_pages', aPage(await aSource(app)))
  const { code, stdout, stderr } = await dorsal(app, 'ask', 'How do I start the machine?')
  expect(stderr).toBe('')
  expect(stdout).toMatch(
    /^Press the green button to start the machine\.\n\n {2}\[1\] Getting started {2}https:\/\/help\.example\.com\/getting-started {2}\(updated \d+ \w+ ago\)\n\(\d+ ms, answer [0-9a-f-]{36}\)\n$/,
  )
  expect(code).toBe(0)
})

test('a refusal says so and is no failure', async () => {
  await using app = await startTestApp()
  await app.post('/ai/external_pages', aPage(await aSource(app)))
  const { code, stdout } = await dorsal(app, 'ask', 'How do I bake sourdough bread?')
  expect(stdout).toMatch(/^Refused: I could not find an answer/)
  expect(stdout).not.toContain('[1]')
  expect(code).toBe(0)
})

test('a page without a url is answered from and not named', async () => {
  await using app = await startTestApp()
  await app.post('/ai/external_pages', aPage(await aSource(app), { url: null, title: 'Secret title' }))
  const { stdout } = await dorsal(app, 'ask', 'How do I start the machine?')
  expect(stdout).toContain('green button')
  expect(stdout).not.toContain('Secret title')
})

test('who asks decides: agent, attributes and sources', async () => {
  await using app = await startTestApp()
  const { body: audience } = await app.post('/dorsal/v1/audiences', {
    name: 'Pro',
    rule: { attribute: 'company.seats', comparison: 'gt', value: 5 },
  })
  const { body: source } = await app.post(
    '/ai/content_import_sources',
    { sync_behavior: 'api', url: 'https://help.example.com', audience_ids: audience.id },
    { version: '2.15' },
  )
  const other = await aSource(app, 'https://other.example.com')
  await app.post('/ai/external_pages', aPage(source.id, { ai_copilot_availability: false }))
  const ask = async (...args: string[]) =>
    JSON.parse((await dorsal(app, 'ask', 'How do I start the machine?', '--json', ...args)).stdout).status
  expect(await ask('--attribute', 'company.seats=6')).toBe('answered')
  expect(await ask()).toBe('refused')
  expect(await ask('--attribute', 'company.seats=6', '--agent', 'ai_copilot')).toBe('refused')
  expect(await ask('--attribute', 'company.seats=6', '--source', String(other))).toBe('refused')
})

test('a search lists passages with their places', async () => {
  await using app = await startTestApp()
  const source = await aSource(app)
  await app.post('/ai/external_pages', aPage(source))
  const { code, stdout } = await dorsal(app, 'search', 'green button', '--limit', '3')
  expect(stdout).toMatch(
    /^ 1\. Getting started {2}[\d.]+\n {4}https:\/\/help\.example\.com\/getting-started {2}\(updated .+\)\n {4}Press/,
  )
  expect(stdout).toMatch(/\(1 passage, \d+ ms\)\n$/)
  expect(code).toBe(0)
  const asJson = JSON.parse((await dorsal(app, 'search', 'green button', '--json')).stdout)
  expect(asJson.results[0]).toMatchObject({ external_id: 'getting-started', source_id: source })
})

test('control characters of a page do not reach the terminal', async () => {
  await using app = await startTestApp()
  await app.post('/ai/external_pages', aPage(await aSource(app), { title: 'Red\u001b[31m alert' }))
  const { stdout } = await dorsal(app, 'search', 'green button')
  expect(stdout).toContain('Red[31m alert')
  expect(stdout).not.toContain('\u001b')
})

test.each([
  [['fly'], 2, /unknown command "fly"; it is one of serve, import, ask/],
  [['ask'], 2, /question is missing/],
  [['ask', 'what', 'now'], 2, /put quotes around it/],
  [['search', 'x', '--limit', '0'], 2, /--limit must be a number from 1/],
  [['import', '.', '--bogus'], 2, /unknown option '--bogus'/],
  [['import', '.'], 2, /--source ID or --source-url URL/],
  [['import', 'nowhere', '--source', '1'], 1, /nowhere does not exist/],
  [['ask', 'x', '--url', 'localhost'], 1, /must start with http/],
  [['serve', '--port', '1'], 2, /unknown option '--port'/],
])('%j ends with %d and one clear line', async (args, code, message) => {
  const result = await runCli(args)
  expect(result.stderr).toMatch(message)
  expect(result.stderr).not.toMatch(/\n {4}at /)
  expect(result).toMatchObject({ code, stdout: '' })
})

test('help lists every command, and each command has its own', async () => {
  const { stdout, code } = await runCli(['--help'])
  expect(code).toBe(0)
  const names = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1] ?? '')
  expect(names).toEqual(['serve', 'import', 'ask', 'search', 'eval', 'replay', 'demo', 'doctor'])
  const helps = await Promise.all(names.map((name) => runCli([name, '--help'])))
  for (const [index, help] of helps.entries()) {
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining(`Usage: dorsal ${names[index]}`) })
    expect(help.stdout.match(/^ {2}.*dorsal /gm)?.length).toBeGreaterThanOrEqual(2)
  }
})

test('a server that is not there, or does not know the token, is told in one line', async () => {
  await using app = await startTestApp()
  const unknown = await runCli(['ask', 'x'], { env: { DORSAL_URL: app.url, DORSAL_ACCESS_TOKEN: 'another-token' } })
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringMatching(/^dorsal: .* refused the access token.*\n$/) })
  await app.app.server.close()
  const gone = await dorsal(app, 'ask', 'x')
  expect(gone).toMatchObject({ code: 1, stderr: expect.stringMatching(/^dorsal: can't reach .*nothing listens.*\n$/) })
})
