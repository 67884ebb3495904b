import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addsNothing, collapseCopies } from './near-duplicates.ts'

const LONG = [
  'To make room on your phone, open the settings and choose storage.',
  'The list shows how much each app keeps, the largest first.',
  'Choose an app and then choose clear cache to delete what it can fetch again when it is needed.',
  'Photos and messages are kept.',
  'You do not have to restart the phone after you clear the cache of 3 apps.',
].join(' ')

const areCopies = (a: string, b: string, language = 'en') => addsNothing(a, b, language) && addsNothing(b, a, language)

test.each([
  ['the very same words', LONG],
  ['other capitals, punctuation and dashes', LONG.toUpperCase().replaceAll(',', ' -')],
  ['another article', LONG.replace('choose clear', 'choose the clear').replace('the largest', 'largest')],
  ['a courtesy', LONG.replace('Choose an app', 'Please choose an app')],
])('a passage says the same with %s', (_name, text) => {
  expect(areCopies(LONG, text)).toBe(true)
})

test.each([
  ['another number', 'of 3 apps', 'of 4 apps'],
  ['another number in words', 'each app', 'two apps'],
  ['a version', 'the settings', 'the settings 2.1'],
  ['a negation', 'can fetch', "can't fetch"],
  ['a negation less', 'do not have', 'do have'],
  ['a name', 'on your phone', 'on your Galaxy'],
  ['another device', 'on your phone', 'on your tablet'],
  ['a plan', 'on your phone', 'on your pro plan'],
  ['a sign', 'your phone', 'your S10+'],
  ['another state', 'are kept', 'are hidden'],
  ['another deed', 'Photos and messages are kept', 'Photos and messages are deleted'],
  ['another time', 'are kept', 'were kept'],
  ['more than one', 'restart the phone', 'restart the phones'],
  ['a permission for a duty', 'can fetch', 'must fetch'],
  ['a limit', 'is needed', 'is only needed'],
  ['a condition', 'when it is', 'unless it is'],
  ['another order', 'open the settings and choose storage', 'choose storage and open the settings'],
])('no passage says the same with %s', (_name, from, to) => {
  expect(LONG).toContain(from)
  expect(areCopies(LONG, LONG.replace(from, to))).toBe(false)
})

test.each([
  ['Open the menu on the S10.', 'Open the menu on the S10+.', 'en'],
  ['The fan runs at -5 °C.', 'The fan runs at 5 °C.', 'en'],
  ['It costs $5.', 'It costs €5.', 'en'],
  ['It weighs 1,500 grams.', 'It weighs 1.500 grams.', 'en'],
  ['Use C# here.', 'Use C here.', 'en'],
  ['Export ✓', 'Export ✗', 'en'],
  ['Turn the lamp on.', 'Turn the lamp off.', 'en'],
  ['Schalten Sie das Licht ein.', 'Schalten Sie das Licht aus.', 'de'],
  ['应用可以删除照片', '应用不可以删除照片', 'zh'],
  ['Pildid kustutatakse.', 'Pildid ei kustutata.', 'et'],
  ['…', '!', 'en'],
])('%j and %j are two things', (a, b, language) => {
  expect(areCopies(a, b, language)).toBe(false)
})

test('a passage adds nothing to one that has all its sentences in their order, and half a sentence is none', () => {
  expect(addsNothing('Photos and messages are kept.', LONG, 'en')).toBe(true)
  expect(addsNothing(LONG, 'Photos and messages are kept.', 'en')).toBe(false)
  expect(addsNothing('Photos are kept.', 'Photos are kept if you ask for it.', 'en')).toBe(false)
  expect(addsNothing('Wait. Press the key.', 'Press the key. Wait.', 'en')).toBe(false)
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
        expect(areCopies(say(one), say(other))).toBe(false)
        expect(areCopies(say(one), say(one))).toBe(true)
      },
    ),
  )
})

function passage(pageId: number, fields: object = {}) {
  return {
    pageId,
    title: 'Make room',
    headingPath: [],
    url: `https://a/${pageId}`,
    language: 'en',
    text: LONG,
    updatedAt: new Date(0),
    scores: { fused: 100 - pageId },
    ...fields,
  }
}

const DAY = new Date(86_400_000)
const kept = (...passages: ReturnType<typeof passage>[]) => collapseCopies(passages).map(({ pageId }) => pageId)

test('of copies of the same age the best-ranked is kept', () => {
  expect(kept(passage(1), passage(2, { text: 'Something else.' }), passage(3))).toEqual([1, 2])
})

test('a newer copy with about the same score is kept instead; one that ranks clearly lower is not', () => {
  expect(kept(passage(1), passage(2, { updatedAt: DAY }))).toEqual([2])
  expect(kept(passage(1), passage(2, { updatedAt: new Date(60_000) }))).toEqual([1])
  expect(kept(passage(1), passage(2, { updatedAt: DAY, scores: { fused: 90 } }))).toEqual([1])
})

test('a private page gives way to a copy that can be cited', () => {
  expect(kept(passage(1, { url: null, updatedAt: DAY }), passage(2))).toEqual([2])
})

test('a passage that is part of a better one goes, one that says more stays', () => {
  const part = { text: 'Photos and messages are kept.', updatedAt: DAY }
  expect(kept(passage(1), passage(2, part))).toEqual([1])
  expect(kept(passage(1, part), passage(2))).toEqual([1, 2])
})

test.each([
  ['models', { title: 'Make room on the S10' }, { title: 'Make room on the S20' }],
  ['plans', { headingPath: ['Basic plan'] }, { headingPath: ['Pro plan'] }],
  ['languages', { language: 'en' }, { language: 'de' }],
])('the same words about two %s are two passages', (_name, one, other) => {
  expect(kept(passage(1, one), passage(2, other))).toEqual([1, 2])
})
