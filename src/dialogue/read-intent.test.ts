import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INTENTS } from './language-words.ts'
import { LANGUAGES } from './languages.ts'
import { readIntent, type Intent } from './read-intent.ts'

/** What people type in English, by what they mean. */
const MESSAGES: Readonly<Record<Intent, readonly string[]>> = {
  human: [
    'Can I please talk to a human?',
    'connect me to a real person!!!',
    'I want to speak with someone from support',
    "I'd like to chat with your support team",
    'is there a real person I can talk to',
    'LIVE AGENT',
    "I don't want to talk to a bot, please",
    'agent',
  ],
  unhelpful: [
    "That didn't help",
    "sorry, that's not what I asked",
    'It still doesn’t work',
    'wrong answer',
    "You didn't answer my question...",
  ],
  thanks: [
    'Thanks a lot!!',
    'ok thank you so much 🙏',
    'Great, that worked',
    'perfect thx',
    'Thanks and have a great day!',
  ],
  yes: ['Yes', 'yes please', 'yeah, sure!', '👍🏽', ' ✅ ', 'Sounds good.'],
  no: ['no', 'No, thanks', 'not really :(', 'nope'],
  greeting: ['Hello!', 'hi there 👋', 'Good morning', 'hey, is anyone there?'],
  vague: ['I need help', 'hi, I have a question', "it doesn't work", 'can you help me please?', 'HELP!!'],
  question: [
    'How do I add an agent to my team?',
    'Can I talk to a person in French?',
    'How can customers chat with a live agent after hours?',
    'Where do I see who said thanks?',
    'What does a yes/no field do?',
    'human resources export',
    'no reply address',
    'Good morning message template',
    'thank you page',
    'AND operator',
    'The "Thank you" page',
    '"agent"',
    'stop the bot from replying',
    'help center',
    'Why is the export not helpful for accountants?',
    'It does not work on Android',
    'contact',
    'please',
    '',
    '   ',
    '???',
    '\ufe0f',
    '🤖',
    '{topics} $& (.*)+$ [a-z]|\\',
    `${'thanks '.repeat(30)}`,
  ],
}

test.each(Object.entries(MESSAGES))('English: %s', (intent, messages) => {
  const read = messages.map((message) => [message, readIntent(message, 'en')])
  expect(read).toEqual(messages.map((message) => [message, intent]))
})

test.each([
  ['Kann ich bitte mit einem Menschen sprechen?', 'en', 'human'],
  ['danke', 'pl', 'thanks'],
  ['Спасибо!', 'de', 'thanks'],
  ['thank you', 'ru', 'thanks'],
  ['Hvala', 'en', 'thanks'],
  ['talk to a human', 'tr', 'human'],
  ['оператор', 'en', 'human'],
  ['hello', 'und', 'greeting'],
])('%j in a conversation in %s is understood', (message, language, intent) => {
  expect(readIntent(message, language)).toBe(intent)
})

test("the conversation's language decides what means different things", () => {
  expect(['pl', 'en', 'de', 'hr'].map((language) => readIntent('No', language))).toEqual(['yes', 'no', 'no', 'no'])
})

test('any text in any language is read as one of the intents', () => {
  const word = fc.constantFrom(...Object.values(LANGUAGES).flatMap(({ fillers }) => fillers.split('|')), 'x', '$&', '(')
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(word).map((words) => words.join(' ')),
  )
  const language = fc.constantFrom(...Object.keys(LANGUAGES), 'und', 'xx')
  const known: readonly string[] = [...INTENTS, 'question']
  const isRead = (one: string, code: string) => {
    expect(known).toContain(readIntent(one, code))
  }
  fc.assert(fc.property(text, language, isRead), { seed: 7, numRuns: 2000 })
})

const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')
const readLines = (file: string): Record<string, unknown>[] =>
  readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe.skipIf(!existsSync(data))('real questions (they are not at hand: ../shared/data)', () => {
  test.each([
    ['emanual', []],
    ['squad2_dev', []],
    ['mtrag_mini', ['Thank you!', 'Thank you!']],
    ['scifact', []],
  ])('of %s are questions', (name, others) => {
    const questions = readLines(join(name, 'queries.jsonl')).map(({ text }) => String(text))
    expect(questions.length).toBeGreaterThan(100)
    expect(questions.filter((text) => readIntent(text, 'en') !== 'question')).toEqual(others)
  })

  test('titles of help centers are questions, but for one that says no more than "Help"', () => {
    const titles = readdirSync(join(data, 'pages')).flatMap((file) => readLines(join('pages', file)))
    expect(titles.length).toBeGreaterThan(1000)
    const others = titles.map(({ title }) => String(title)).filter((title) => readIntent(title, 'en') !== 'question')
    expect(others).toEqual(['Help'])
  })
})
