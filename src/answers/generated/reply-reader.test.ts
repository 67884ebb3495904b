import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPassage } from '../../../test/support/passages.ts'
import { ReplyReader } from './reply-reader.ts'

const BEFORE = 'Not of this passage.\n'
const passages = [
  aPassage('Press the green button to start.\n1. Open the lid.\n2. Wait 5 minutes, then close it.', {
    start: BEFORE.length,
    confidence: 0.4,
  }),
  aPassage('Der Deckel läßt sich nicht öffnen, solange die Lampe leuchtet.', {
    pageId: 2,
    language: 'de',
    confidence: 0.7,
  }),
]

function read(reply: string, language: string | undefined = 'en') {
  const texts: string[] = []
  const reader = new ReplyReader({ passages, language, onText: (text) => texts.push(text) })
  return { texts, reading: reader.finish(reply) }
}

test('each sentence is told when its line is complete, and only if it is supported', () => {
  const texts: string[] = []
  const reader = new ReplyReader({ passages, language: 'en', onText: (text) => texts.push(text) })
  const lines = [
    'Press the green button to start. [1] "Press the green button"',
    'Open the gate to heaven. [1] "open the lid"',
    'Open the lid. [1] "Open the lid"',
  ]
  const reply = lines.join('\n')
  const atEach: string[][] = []
  for (let end = 0; end <= reply.length; end++) {
    reader.readSoFar(reply.slice(0, end))
    if (reply[end] === '\n') atEach.push([...texts])
  }
  expect(atEach).toEqual([[], ['Press the green button to start.']])
  const { sentences, quotes, confidence, rejected } = reader.finish(reply)
  expect(texts).toEqual(['Press the green button to start.', 'Press the green button to start. Open the lid.'])
  expect(sentences).toEqual([
    { text: 'Press the green button to start.', quotes: [0] },
    { text: 'Open the lid.', quotes: [1] },
  ])
  expect(quotes.map(({ text }) => text)).toEqual(['Press the green button', 'Open the lid'])
  expect([confidence, rejected]).toEqual([0.4, { unsupported: 1 }])
})

test('support may stand on the next line, and a true sentence carries no false one through', () => {
  expect(read('Open the lid.\n[1] "Open the lid"\nAnd pray.').reading).toMatchObject({
    sentences: [{ text: 'Open the lid.' }],
    rejected: { no_quote: 1 },
  })
  expect(read('Open the lid. Then dance all night. [1] "Open the lid"').reading).toMatchObject({
    sentences: [{ text: 'Open the lid.' }],
    rejected: { unsupported: 1 },
  })
})

test('where the model says that there is no answer nothing after it counts', () => {
  expect(read('NO_ANSWER\nOpen the lid. [1] "Open the lid"').reading).toMatchObject({
    sentences: [],
    saysNoAnswer: true,
  })
  expect(read('Open the lid. [1] "Open the lid"\nNO_ANSWER').reading.sentences).toHaveLength(1)
})

test('an answer in another language than the one asked for is dropped', () => {
  const german = 'Der Deckel läßt sich nicht öffnen, solange die Lampe leuchtet. [2] "solange die Lampe leuchtet"'
  expect(read(german).reading.rejected).toEqual({ language: 1 })
  expect(read(german, 'de').reading.sentences).toHaveLength(1)
})

test('a reply that turns out to be thoughts so far is read anew', () => {
  const reader = new ReplyReader({ passages, language: 'en', onText: () => {} })
  reader.readSoFar('I wonder.\nOpen the')
  expect(reader.finish('Open the lid. [1] "Open the lid"').sentences).toHaveLength(1)
})

test('whatever is replied, it is read, and what survives quotes a passage that was given word for word', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\nOpen the lid. [1] "Open the lid"\n',
      '\nDer Deckel läßt sich nicht öffnen. [2] "sich nicht öffnen"\n',
      'Open the lid.',
      'Press the green button to start.',
      'Der Deckel läßt sich nicht öffnen.',
      ' [1] ',
      ' [2] ',
      ' [1, 2]',
      '[99]',
      '"Open the lid"',
      '“Press the GREEN  button”',
      '"Deckel läßt sich nicht öffnen"',
      '"Wait 5 minutes, then"',
      '\n',
      '"',
      '...',
      'NO_ANSWER',
      '<think>',
      '- ',
      'https://evil.example',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const pages = new Map(passages.map(({ pageId, text }) => [pageId, pageId === 1 ? BEFORE + text : text]))
  let survived = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(undefined, 'en', 'de'), (pieces, language) => {
      const { reading, texts } = read(pieces.join(''), language)
      for (const { text, quotes } of reading.sentences) {
        survived += 1
        expect(text).not.toContain('evil')
        expect(quotes.length).toBeGreaterThan(0)
        for (const position of quotes) {
          const quote = reading.quotes[position]
          expect(quote?.text).toBe(pages.get(quote?.pageId ?? 0)?.slice(quote?.start, quote?.end))
          expect(quote?.text).not.toBe('')
        }
      }
      expect(texts.at(-1) ?? '').toBe(reading.sentences.map(({ text }) => text).join(' '))
    }),
    { numRuns: 500, seed: 7 },
  )
  expect(survived).toBeGreaterThan(50)
})
