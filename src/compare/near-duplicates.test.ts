import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { areCopies, collapseCopies } from './near-duplicates.ts'

/** Long enough for a word or two to be forgiven. */
const LONG = `To make room on your phone, open the settings and choose storage. The list shows how much each app
keeps, the largest first. Choose an app and then choose clear cache to delete what the app can fetch again when it is
needed. Photos and messages are kept. You do not have to restart the phone after you clear the cache of 3 apps.`

test.each([
  ['the very same', LONG],
  ['other capitals, punctuation and lines', LONG.toUpperCase().toLowerCase().replaceAll('.', ' -\n')],
  ['another article', LONG.replace('choose an app', 'choose any app').replace('the largest', 'largest')],
  ['another common word', LONG.replace('make room', 'make space')],
])('a long passage says the same with %s', (_name, text) => {
  expect(areCopies(LONG, text, 'en')).toBe(true)
  expect(areCopies(text, LONG, 'en')).toBe(true)
})

test.each([
  ['another number', 'of 3 apps', 'of 4 apps'],
  ['another number in words', 'each app', 'two apps'],
  ['a version', 'the settings', 'the settings 2.1'],
  ['a negation', 'can fetch', "can't fetch"],
  ['a negation less', 'do not have', 'do have'],
  ['a name', 'on your phone', 'on your Galaxy'],
  ['a sign', 'your phone', 'your S10+'],
  ['another state', 'are kept', 'are hidden'],
  ['a limit', 'is needed', 'is only needed'],
  ['a condition', 'when it is', 'unless it is'],
  ['another order', 'open the settings and choose storage', 'choose storage and open the settings and choose storage'],
])('no passage says the same with %s', (_name, from, to) => {
  expect(LONG).toContain(from)
  expect(areCopies(LONG, LONG.replace(from, to), 'en')).toBe(false)
})

test.each([
  ['Open the menu on the S10.', 'Open the menu on the S10+.'],
  ['Install the app on iOS.', 'Install the app on Android.'],
  ['It works with iOS 17.', 'It works with iOS 18.'],
  ['The fan runs at -5 °C.', 'The fan runs at 5 °C.'],
  ['It costs $5.', 'It costs €5.'],
  ['Use C# here.', 'Use C here.'],
  ['Turn the lamp on.', 'Turn the lamp off.'],
  ['Tap the red key.', 'Tap the blue key.'],
  ['A', 'B'],
])('%j and %j are two things', (a, b) => {
  expect(areCopies(a, b, 'en')).toBe(false)
})

test('one number or one negation more, less or other makes another passage, wherever it stands and however long', () => {
  const word = fc.constantFrom(...'the app keeps your photos and shows a list when menus open or close'.split(' '))
  const telling = fc.oneof(
    fc.integer({ min: -99, max: 9_999 }).map(String),
    fc.constantFrom('not', 'never', "can't", '2.1'),
  )
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 0, maxLength: 150 }),
      fc.array(word, { minLength: 0, maxLength: 150 }),
      telling,
      fc.option(telling, { nil: '' }),
      (before, after, one, other) => {
        fc.pre(one !== other)
        const say = (what: string) => [...before, what, ...after].join(' ')
        expect(areCopies(say(one), say(other), 'en')).toBe(false)
        expect(areCopies(say(one), say(one), 'en')).toBe(true)
      },
    ),
  )
})

test('where nobody has listed a language’s negations only the very same words say the same', () => {
  const text = Array.from({ length: 60 }, (_, index) => `sõna${'abcdefghij'[index % 10]}${'klmnop'[index % 6]}`).join(
    ' ',
  )
  expect(areCopies(text, `${text}!`, 'et')).toBe(true)
  expect(areCopies(text, `${text} ei`, 'et')).toBe(false)
  expect(areCopies('应用可以删除照片', '应用不可以删除照片', 'zh')).toBe(false)
})

function passage(pageId: number, fields: object = {}) {
  const updatedAt = new Date(0)
  const scores = { fused: 100 - pageId }
  return {
    pageId,
    title: `Page ${pageId}`,
    url: `https://a/${pageId}`,
    language: 'en',
    text: LONG,
    updatedAt,
    scores,
    ...fields,
  }
}

const DAY = new Date(86_400_000)
const kept = (...passages: ReturnType<typeof passage>[]) =>
  collapseCopies(passages).map(({ pageId, alsoOn }) => [pageId, alsoOn.map((page) => page.pageId)])

test('of copies of the same age the best-ranked is kept, and the others are named with it', () => {
  expect(kept(passage(1), passage(2, { text: 'Something else.' }), passage(3))).toEqual([
    [1, [3]],
    [2, []],
  ])
})

test('a newer copy with about the same score is kept instead; one that ranks clearly lower is not', () => {
  expect(kept(passage(1), passage(2, { updatedAt: DAY }))).toEqual([[2, [1]]])
  expect(kept(passage(1), passage(2, { updatedAt: new Date(60_000) }))).toEqual([[1, [2]]])
  expect(kept(passage(1), passage(2, { updatedAt: DAY, scores: { fused: 90 } }))).toEqual([[1, [2]]])
})

test('a private page gives way to a copy that can be cited, and is never named', () => {
  expect(kept(passage(1, { url: null, updatedAt: DAY }), passage(2))).toEqual([[2, []]])
  expect(kept(passage(1), passage(2, { url: null }))).toEqual([[1, []]])
})

test('a page that says it twice is no copy of itself', () => {
  expect(kept(passage(1), passage(1))).toEqual([[1, []]])
})
