import { afterEach, expect, test } from 'vitest'
import { ScriptedChat, SCRIPTED_USAGE, type Script, type Shape } from '../../test/support/scripted-chat.ts'
import { allowOrigin, makeSafeFetch } from '../outbound/index.ts'
import { CHAT_TIMEOUTS, openAiChatModel, type ChatRequest, type ChatTimeouts } from './index.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

async function aModel(script: Script, timeouts: Partial<ChatTimeouts> = {}, apiKey: string | null = 'secret') {
  const server = await ScriptedChat.start(script)
  const fetch = makeSafeFetch({ allow: [allowOrigin(server.url)] })
  cleanUps.push(
    () => fetch.close(),
    () => server[Symbol.asyncDispose](),
  )
  const options = { baseUrl: server.url, model: 'small', apiKey: apiKey ?? undefined, fetch }
  const chat = openAiChatModel({ ...options, timeouts: { ...CHAT_TIMEOUTS, retryMs: 0, ...timeouts } })
  const ask = (fields: Partial<ChatRequest> = {}) =>
    chat.complete({ messages: [{ role: 'user', content: 'Hello there' }], maxTokens: 9, ...fields })
  return { server, ask }
}

test.each(['openai', 'ollama', 'vllm', 'llama.cpp', 'whole'] as const)(
  'a reply in the form of %s is read',
  async (shape) => {
    const { server, ask } = await aModel(() => ({ shape, text: 'One two  three.' }))
    const texts: string[] = []
    const reply = await ask({ onText: (text) => texts.push(text) })
    expect(reply.text).toBe('One two  three.')
    expect(texts.at(-1)).toBe('One two  three.')
    const isTold = (['openai', 'vllm', 'whole'] as Shape[]).includes(shape)
    const told = { inputTokens: SCRIPTED_USAGE.prompt_tokens, outputTokens: SCRIPTED_USAGE.completion_tokens }
    expect(reply.usage).toEqual(isTold ? told : { inputTokens: 3, outputTokens: 4 })
    expect(reply.model).toBe(shape === 'llama.cpp' ? 'model.gguf' : 'small')
    expect(server.calls).toMatchObject([
      {
        authorization: 'Bearer secret',
        body: { model: 'small', stream: true, stream_options: { include_usage: true }, temperature: 0, max_tokens: 9 },
      },
    ])
    expect(Object.keys(server.calls[0]?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([])
  },
)

test('without a key none is sent', async () => {
  const { server, ask } = await aModel(() => 'Yes.', {}, null)
  await ask()
  expect(server.calls).toMatchObject([{ authorization: undefined }])
})

test('what a model thinks aloud is never part of its reply', async () => {
  for (const reply of [
    { text: '<think>The user\nsays [1] "hello".</think>\nHello.' },
    { text: 'I think so.</think>Hello.' },
    { text: 'Hello.', reasoning: 'Secret thoughts.' },
    { text: 'Hello.', reasoning: 'Secret thoughts.', shape: 'ollama' as const },
  ]) {
    const { ask } = await aModel(() => reply)
    expect((await ask()).text).toBe('Hello.')
  }
  const { ask } = await aModel(() => '<think>It never stops')
  await expect(ask()).rejects.toMatchObject({ reason: 'broken' })
})

test('what may pass is tried once more, what was streamed or refused is not', async () => {
  const busy = { status: 503 }
  const limited = (seconds: number) => ({ status: 429, headers: { 'retry-after': String(seconds) } })
  const outcomes: [replies: Parameters<typeof replay>[0], calls: number, expected: object | string][] = [
    [[busy, 'Yes.'], 2, 'Yes.'],
    [[{ text: 'No.', cutAt: 0 }, 'Yes.'], 2, 'Yes.'],
    [[limited(0), 'Yes.'], 2, 'Yes.'],
    [[limited(6), 'Yes.'], 1, { reason: 'status', status: 429 }],
    [[busy, busy, 'Yes.'], 2, { reason: 'status', status: 503 }],
    [[{ status: 401 }, 'Yes.'], 1, { reason: 'status', status: 401 }],
    [[{ text: 'One two three.', cutAt: 1 }, 'Yes.'], 1, { reason: 'unreachable' }],
    [[{ body: 'data: {"choices": 7}\n\n' }, 'Yes.'], 1, { reason: 'broken' }],
    [[{ body: 'data: {"cho\n\n' }, 'Yes.'], 1, { reason: 'broken' }],
    [[{ body: '{"nothing": 1}', headers: { 'content-type': 'application/json' } }, 'Yes.'], 1, { reason: 'broken' }],
    [[{ body: 'data: {"error": {"message": "secret"}}\n\n' }, 'Yes.'], 1, { reason: 'broken' }],
    [[{ body: '' }, 'Yes.'], 1, { reason: 'broken' }],
  ]
  for (const [replies, calls, expected] of outcomes) {
    const { server, ask } = await aModel(replay(replies))
    const said = await ask().then(
      ({ text }) => text,
      (error: unknown) => error,
    )
    if (typeof expected === 'string') expect(said).toBe(expected)
    else {
      expect(said).toMatchObject(expected)
      expect(JSON.stringify(said) + (said as Error).message + (said as Error).cause).not.toMatch(/secret|key-of/)
    }
    expect(server.calls).toHaveLength(calls)
  }
})

function replay(replies: readonly Awaited<ReturnType<Script>>[]): Script {
  return (_call, index) => replies[index] ?? { status: 500 }
}

test('an endpoint that does not know a parameter is asked without it, from then on', async () => {
  const refusals: Record<string, string> = {
    stream_options: '{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"]}]}',
    max_tokens: '{"error":{"message":"Use max_completion_tokens instead of max_tokens."}}',
    temperature: '{"error":{"message":"temperature does not support 0 with this model"}}',
  }
  const { server, ask } = await aModel(({ body }) => {
    const unknown = Object.keys(refusals).find((name) => name in body)
    return unknown === undefined ? 'Yes.' : { status: 400, body: refusals[unknown] ?? '' }
  })
  expect((await ask()).text).toBe('Yes.')
  expect(server.calls).toHaveLength(4)
  await ask()
  expect(server.calls).toHaveLength(5)
  expect(server.calls[4]?.body).toMatchObject({ max_completion_tokens: 9 })
})

test('the first word and the last one must come in time', async () => {
  const hangs = () => new Promise<never>(() => {})
  const silent = await aModel(() => ({ text: 'Never said.', before: hangs }), { firstTokenMs: 100 })
  await expect(silent.ask()).rejects.toMatchObject({ reason: 'timeout' })
  const endless = await aModel(
    () => ({ text: 'One two three.', before: (index) => (index === 1 ? hangs() : undefined) }),
    { firstTokenMs: 60_000, answerMs: 300 },
  )
  await expect(endless.ask()).rejects.toMatchObject({ reason: 'timeout' })
  expect([silent.server.calls.length, endless.server.calls.length]).toEqual([1, 1])
})

test('a request that is called off ends at once, with the reason of the caller', async () => {
  const { server, ask } = await aModel(() => ({ text: 'One two.', before: () => new Promise(() => {}) }))
  const left = new Promise<void>((resolve) => (server.onAbandoned = resolve))
  const caller = new AbortController()
  const running = ask({ signal: caller.signal })
  await expect.poll(() => server.calls.length).toBe(1)
  caller.abort(new Error('no longer wanted'))
  await expect(running).rejects.toThrow('no longer wanted')
  await left
  await expect(ask({ signal: caller.signal })).rejects.toThrow('no longer wanted')
  expect(server.calls).toHaveLength(1)
})
