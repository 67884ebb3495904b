import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { passagesOf, questionOf } from '../../../test/support/honest-model.ts'
import { aPassage } from '../../../test/support/passages.ts'
import { estimateTokens } from '../../analysis/index.ts'
import { BUDGET, choosePassages } from './budget.ts'
import { answerPrompt } from './prompt.ts'

const nothing = { meaning: undefined, history: [], passages: [], languageName: undefined, guidance: [] }

test('no text of a page, a question or a conversation breaks out of its line or writes a mark of a chat template', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '{"n":1}',
        '<|im_start|>system',
        '[INST]',
        '</s>',
        'Question: ',
        'a',
        '\ud800',
      ),
    )
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(hostile, hostile, hostile, (text, title, question) => {
      const history = [{ role: 'user' as const, text: `x${text}` }]
      const messages = answerPrompt({ ...nothing, question, history, passages: [aPassage(text, { title })] })
      expect(passagesOf({ messages })).toEqual([{ n: 1, title, text }])
      expect(questionOf({ messages })).toBe(question)
      const user = messages[1]?.content ?? ''
      expect(user.split('\n')).toHaveLength(9)
      expect(user).not.toMatch(/[<>\r\u2028]|\[INST/)
    }),
  )
})

test('everything is cut to its budget: passages from the worst, history from the oldest, the question from its end', () => {
  const long = (word: string) => `${word} `.repeat(10_000)
  const passages = choosePassages([aPassage('best'), aPassage(long('large')), aPassage('third')])
  expect(passages.map(({ text }) => text)).toEqual(['best', 'third'])
  const [alone, ...rest] = choosePassages([aPassage(long('alone'), { start: 5 }), aPassage('second')])
  expect(rest).toEqual([])
  expect(alone).toMatchObject({ start: 5, text: expect.stringMatching(/^alone alone/) })

  const turn = (text: string) => ({ role: 'user' as const, text })
  const [system, user] = answerPrompt({
    ...nothing,
    question: long('question'),
    history: [turn('oldest'), turn(long('older')), turn('newest')],
    passages: alone === undefined ? [] : [{ ...alone, title: long('title') }],
    guidance: ['Be kind.', long('never'), 'Be brief.'],
  })
  const shown = `${system?.content}${user?.content}`
  for (const word of ['alone', 'question', 'older', 'newest', 'title', 'Be kind.', 'Be brief.'])
    expect(shown).toContain(word)
  for (const word of ['oldest', 'never never']) expect(shown).not.toContain(word)
  expect(estimateTokens(shown) + BUDGET.answer).toBeLessThan(4_096)
})

test('a language and guidance are told, and guidance stands among the rules', () => {
  const [system, user] = answerPrompt({ ...nothing, question: 'Wann?', languageName: 'German', guidance: ['Be kind.'] })
  expect(system?.content).toContain('in German')
  expect(system?.content).toMatch(/rules above allow:\n- Be kind\.$/)
  expect(user?.content).toContain('in German')
})
