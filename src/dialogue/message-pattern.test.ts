import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { INTENTS } from './language-words.ts'
import { LANGUAGES } from './languages.ts'
import { compilePatterns, foldMessage } from './message-pattern.ts'

const compile = (patterns: readonly string[], fillers = 'please|ok', isSpaceless = false) =>
  compilePatterns(patterns, { fillers, isSpaceless })

test.each([
  ["I don't / don’t / don´t / donʼt", 'i dont dont dont dont'],
  ['  Möchte: ÉTÉ — naïve!? 🎉 ', 'mochte ete naive'],
  ['Straße, ŁÓDŹ, Đorđe', 'strasse lodz dorde'],
  ['ISTANBUL İstanbul ısı', 'istanbul istanbul isi'],
  ['Ещё ёлка, її, ΕΥΧΑΡΙΣΤΏ', 'еще елка іі ευχαριστω'],
  ['ﬁnal ①２', 'final 12'],
  ['ｻﾎﾟｰﾄ／サポート、がぎ。！？', 'サポート サポート がぎ'],
  ['고맙습니다~ 값', '고맙습니다 값'],
  ['ก็ไม่ได้ค่ะ', 'ก็ไม่ได้ค่ะ'],
  ['क्या ज़रूरत है? हाँ।', 'क्या जरूरत है हां'],
  ['কীভাবে দুঃখিত', 'কীভাবে দুঃখিত'],
  ['நன்றி!', 'நன்றி'],
  ['Cảm ơn, Đúng', 'cam on dung'],
  ['می\u200cخواهم کمک', 'ميخواهم كمك'],
  ['أُريدُ مُسَاعَدةً مـــن إنسان آخر؟', 'اريد مساعده من انسان اخر'],
  ['שָׁלוֹם צ׳אט אי־אפשר', 'שלום צאט אי אפשר'],
  ['thanks ❤️ a\u00adlot\u200f', 'thanks alot'],
  ['!?… 👍', ''],
])('%j is folded to %j', (text, folded) => {
  expect(foldMessage(text)).toBe(folded)
})

test('folding what is folded changes nothing, whatever the text', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  const isStable = (one: string) => {
    const folded = foldMessage(one)
    expect(foldMessage(folded)).toBe(folded)
  }
  fc.assert(fc.property(text, isStable), { seed: 7, numRuns: 3000 })
})

test('a pattern is words, choices and options; one filler fits between its parts, any number around', () => {
  const isMeant = compile(['[can i|may i] (talk|chat) to you', 'agent'])
  for (const message of [
    'talk to you',
    'can i chat to you',
    'ok please may i please talk ok to you ok',
    'agent agent',
  ]) {
    expect([message, isMeant(message)]).toEqual([message, true])
  }
  const others = ['', 'ok please', 'can i to you', 'can i ok ok talk to you', 'talk to', 'talk to yourself', 'an agent']
  for (const message of others) expect([message, isMeant(message)]).toEqual([message, false])
})

test('an option may be the beginning of what follows', () => {
  expect(compile(['[a|a b] (b c|c)'])('a b c')).toBe(true)
  expect(compile(['[a] a [a] b'])('a b')).toBe(true)
})

test('without spaces between words, characters are compared', () => {
  const isMeant = compile(['(人|担当者) と [話] したい'], 'お願い|です', true)
  expect(isMeant(foldMessage('担当者と話したいです。お願い!'))).toBe(true)
  expect(isMeant(foldMessage('担当者と話したい人'))).toBe(false)
})

test.each(['(a||b)', '[!]', '👍'])('a part without letters (%j) is refused', (pattern) => {
  expect(() => compile([pattern])).toThrow('has no letters')
})

test.each(['(a|b', 'a]', '(a [b])'])('a stray bracket (%j) is refused', (pattern) => {
  expect(() => compile([pattern])).toThrow('stray bracket')
})

const listed = Object.entries(LANGUAGES).flatMap(([code, { patterns, fillers, isSpaceless = false }]) =>
  INTENTS.map((intent) => ({ code, intent, patterns: patterns[intent], fillers, isSpaceless })),
)

test.each(listed)(
  '$code: patterns of $intent are well formed and need a word',
  ({ patterns, fillers, isSpaceless }) => {
    for (const pattern of patterns) {
      const needed = pattern.replaceAll(/\[.*?\]/g, '')
      expect([pattern, needed.trim()]).not.toEqual([pattern, ''])
      // Outside a group a bar would be taken for a space.
      expect([pattern, needed.replaceAll(/\(.*?\)/g, '').includes('|')]).toEqual([pattern, false])
    }
    expect(compile(patterns, fillers, isSpaceless)('')).toBe(false)
  },
)

/** How often a message makes the matcher look something up; it does nothing else in a loop. */
function lookUps(isMeant: (folded: string) => boolean, message: string): number {
  const spy = vi.spyOn(Map.prototype, 'get')
  try {
    isMeant(message)
    return spy.mock.calls.length
  } finally {
    spy.mockRestore()
  }
}

test.each(listed)(
  '$code: work for $intent grows with the length of a message',
  ({ patterns, fillers, isSpaceless }) => {
    const isMeant = compile(patterns, fillers, isSpaceless)
    const words = [fillers, ...patterns].flatMap((text) => text.split(/[|()[\]]/)).map(foldMessage)
    // Words that are both a filler and a pattern, or stand in two patterns, are where ways to divide a message multiply.
    const repeated = new Set(words.filter((word, index) => word !== '' && words.indexOf(word) !== index))
    for (const word of repeated) {
      const [ten = 0, twenty = 0, thirty = 0] = [10, 20, 30].map((times) =>
        lookUps(isMeant, `${word} `.repeat(times).trim()),
      )
      expect([word, thirty - twenty]).toEqual([word, twenty - ten])
    }
  },
)
