import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEMO_QUESTIONS, findFault } from '../../src/cli/demonstration/questions.ts'
import { copyDataTemplate } from '../support/data-template.ts'
import { runCli, startCli } from '../support/run-cli.ts'

let directory = ''
beforeEach(async () => {
  directory = await copyDataTemplate()
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const settings = () => ({ DORSAL_DATA_DIR: directory, PORT: '0', DORSAL_ACCESS_TOKEN: '' })

test('the demo answers its questions from the expected pages and refuses the other', { timeout: 90_000 }, async () => {
  const { code, stdout, stderr } = await runCli(['demo', '--exit'], { env: settings() })
  expect(stderr).toBe('')
  for (const { text, answeredFrom } of DEMO_QUESTIONS) {
    const [, block = ''] = stdout.split(`Q: ${text}\n`)
    const answer = block.split('\nQ: ')[0]
    const expected = answeredFrom === undefined ? 'Refused: ' : `https://dorsal.example${answeredFrom}  (updated `
    expect(answer).toContain(expected)
  }
  expect(code).toBe(0)
})

test('without --exit the server stays, with the token that the demo shows', { timeout: 90_000 }, async () => {
  const { child, done } = startCli(['demo'], { env: settings() })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  while (!output.includes('Ctrl-C')) await once(child.stdout ?? child, 'data')
  const url = /Dorsal is ready at (\S+)/.exec(output)?.[1] ?? ''
  const token = /Bearer (\S+)'/.exec(output)?.[1] ?? ''
  const [question] = DEMO_QUESTIONS
  const asked = await runCli(['ask', question?.text ?? '', '--url', url, '--token', token])
  expect(asked.stdout).toContain(`https://dorsal.example${question?.answeredFrom}  (updated now)\n`)
  child.kill('SIGTERM')
  expect((await done).code).toBe(0)
})

test('an answer from another page, or none, is a fault', () => {
  const answered = {
    answer_id: 'a',
    status: 'answered',
    body_text: 'x',
    citations: [{ title: 'T', url: 'https://d/docs/b', updated_at: 0 }],
    took_ms: 1,
  } as const
  const refused = { answer_id: 'a', status: 'refused', body_text: 'x', citations: [], took_ms: 1 } as const
  expect(findFault({ text: 'q', answeredFrom: '/docs/b' }, answered)).toBeUndefined()
  expect(findFault({ text: 'q', answeredFrom: '/docs/a' }, answered)).toContain('/docs/a')
  expect(findFault({ text: 'q', answeredFrom: '/docs/b' }, refused)).toContain('/docs/b')
  expect(findFault({ text: 'q', answeredFrom: undefined }, answered)).toContain('refused')
  expect(findFault({ text: 'q', answeredFrom: undefined }, refused)).toBeUndefined()
})
