import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

function split(text: string, language = 'en'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
}

describe('splitSentences', () => {
  test.each([
    ['en', ['Open the app.', 'Then sign in!', 'Did it work?']],
    ['en', ['Use a code, e.g. 1234, or ask Dr. Smith.', 'He knows.']],
    ['en', ['Go to Settings > Account.', 'Then choose Delete.']],
    ['en', ['It costs 3.50 a month.', 'Version 2.1.4 is free.']],
    ['en', ['J. R. Smith wrote it.', 'See node.js for more.']],
    ['en', ['Wait... then go on.', 'It stopped…', 'Now it runs.']],
    ['en', ['She said "Stop."', 'Then (as planned.)', 'We left.']],
    ['en', ['It opens at 9 a.m. on Monday.', 'We close at 5 p.m.', 'The door locks.']],
    ['en', ['Ask Acme Inc. for it.', 'We like tea, coffee, etc.', 'Nothing else.']],
    ['en', ['See Fig. 3 and No. 5.', 'The answer is no.', 'Try again.']],
    ['en', ['Choose plan B.', 'Then pay.']],
    ['en', ['What is Yahoo! for?', 'Nobody knows.']],
    ['de', ['Das gilt z.B. am 3. Mai für Hrn. Maier.', 'Danach nicht.']],
    ['fr', ['Voir p.ex. la page 3.', 'Cliquez sur M. Dupont !', 'Merci.']],
    ['es', ['¿Cómo está la Sra. López?', '¡Bien!', 'Vea la pág. 7.']],
    ['zh', ['打开应用。', '登录！', '成功了吗？', '“好。”', '结束']],
    ['ja', ['設定を開きます。', '「はい。」', '次へ']],
    ['ar', ['هل تعمل؟', 'نعم.', 'شكرا']],
    ['hi', ['यह काम करता है।', 'ठीक है।']],
    ['th', ['เปิดแอป', 'เข้าสู่ระบบ']],
  ])('%s: %j', (language, sentences) => {
    const joiner = language === 'zh' || language === 'ja' ? '' : ' '
    expect(split(sentences.join(joiner), language)).toEqual(sentences)
  })

  test('a line end ends a sentence and step numbers do not', () => {
    expect(split('1. Open the lid\n2. Close it. Wait.\na. Press on')).toEqual([
      '1. Open the lid',
      '2. Close it.',
      'Wait.',
      'a. Press on',
    ])
  })

  test('language tags with regions are understood', () => {
    expect(split('Siehe vgl. Kapitel 2.', 'de-AT')).toEqual(['Siehe vgl. Kapitel 2.'])
  })

  test('spans are trimmed, in order, and cover all but white space', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '. ',
      '!',
      '? ',
      '…',
      '\n',
      '\u00a0',
      '"',
      ')',
      '1',
      'e.g. ',
      '。',
      'ก ',
      '\ud800',
      ' ',
    )
    const anyText = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'de', 'th', ''), (text, language) => {
        let at = 0
        for (const { start, end } of splitSentences(text, language)) {
          expect(text.slice(at, start).trim()).toBe('')
          const sentence = text.slice(start, end)
          expect(sentence).not.toBe('')
          expect(sentence.trim()).toBe(sentence)
          expect(sentence).not.toContain('\n')
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
