import { describe, expect, test } from 'vitest'
import { analyzeQuery, encodeTerm, isSaidIn, termsToFind } from '../../analysis/index.ts'
import type { SynonymList } from './schemas.ts'
import { makeSynonymRules, withSynonyms } from './synonym-rules.ts'

const LIST: SynonymList = {
  groups: [
    ['mfa', '2FA', 'two-step login'],
    ['log in', 'sign in'],
    ['bin', 'waste paper'],
  ],
  one_way: [{ from: 'pasword', to: 'password' }],
}

function expand(question: string, language = 'en') {
  const { terms } = analyzeQuery(question, [language])
  return withSynonyms(terms, question, [makeSynonymRules(LIST, language)])
}

function synonymsOf(question: string, surface: string) {
  return expand(question).find((term) => term.surface === surface)?.synonyms
}

const covers = (question: string, passage: string) => {
  const present = new Set(passage.split(' '))
  return expand(question).map((term) => isSaidIn(term, present))
}

describe('synonyms', () => {
  test('of a word are the others of its group, phrases as a whole', () => {
    expect(synonymsOf('How do I turn on 2fa?', '2fa')).toEqual(['mfa', 'two step login'])
    expect(termsToFind(expand('2fa'))).toEqual([encodeTerm('2fa'), 'mfa', 'two', 'step', 'login'])
    expect(covers('2fa', 'two step login')).toEqual([true])
    expect(covers('2fa', 'step login')).toEqual([false])
    expect(covers('2FA', 'two step login')).toEqual([true, true, true])
  })

  test('of a phrase stand for each of its words, where all of them are there', () => {
    expect(covers('two-step login', 'mfa')).toEqual([true, true, true])
    expect(expand('a login in one step').every(({ synonyms }) => synonyms === undefined)).toBe(true)
  })

  test('of a phrase with a small word need the small word too', () => {
    expect(synonymsOf('How do I log in?', 'log')).toEqual(['sign'])
    expect(synonymsOf('Where is the activity log?', 'log')).toBeUndefined()
  })

  test('of one way do not go back', () => {
    expect(synonymsOf('lost my pasword', 'pasword')).toEqual(['password'])
    expect(synonymsOf('lost my password', 'password')).toBeUndefined()
  })

  test('take the forms of the word', () => {
    expect(synonymsOf('Where are the bins?', 'bins')).toEqual(['wast paper'])
  })
})
