import { describe, expect, test } from 'vitest'
import { analyze, analyzeQuery } from '../analysis/index.ts'
import { findNamed, isNamed } from './named.ts'

interface Given {
  readonly title?: string
  readonly headingPath?: readonly string[]
  readonly text?: string
  readonly start?: number
}

function passage({ title = 'Account', headingPath = [], text = 'Open the settings.', start = 900 }: Given) {
  const terms = analyze([title, ...headingPath, text].join('\n'), 'en').join(' ')
  return { title, headingPath, text, start, terms, language: 'en' as const }
}

const asked = (question: string) => analyzeQuery(question, ['en']).terms

describe('a section is what is asked when it is called so', () => {
  test.each([
    ['word for word', 'Change your billing address', ['Billing', 'Change your billing address'], true],
    ['in other endings, as a question', 'How do I change my billing address?', ['Changing your billing address'], true],
    [
      'but not with a word more',
      'How do I change my billing address in the app?',
      ['Change your billing address'],
      false,
    ],
    ['nor with a word less', 'change address', ['Change your billing address'], false],
    ['nor when only its parent is', 'billing address', ['Billing address', 'In the app'], false],
  ])('%s', (_what, question, headingPath, is) => {
    const text = 'Change or delete it in the app, under billing address of the account.'
    expect(isNamed(asked(question), passage({ headingPath, text }))).toBe(is)
  })

  test('the title is the name of the beginning of a page, and of a page without headings', () => {
    const question = asked('Where is the account?')
    expect(isNamed(question, passage({ headingPath: ['Account'] }))).toBe(true)
    expect(isNamed(question, passage({ headingPath: ['Account', 'Settings'], start: 0 }))).toBe(true)
    expect(isNamed(question, passage({ headingPath: ['Account', 'Settings'] }))).toBe(false)
  })

  test('nothing is called by stop words alone', () => {
    expect(isNamed(asked('what is it?'), passage({ title: 'What is it?' }))).toBe(false)
    expect(isNamed([], passage({}))).toBe(false)
  })

  test('synonyms count as the words', () => {
    const [word] = asked('bill')
    if (word === undefined) throw new Error('no word')
    const question = [{ ...word, synonyms: ['invoic'] }]
    expect(isNamed(question, passage({ headingPath: ['Invoices'] }))).toBe(true)
    expect(isNamed(question, passage({ headingPath: ['Invoices and taxes'] }))).toBe(false)
  })
})

describe('the section begins', () => {
  const question = asked('How do I delete my account?')

  test('where its passage does', () => {
    expect(findNamed(question, passage({ headingPath: ['Delete your account'] }))).toBe(0)
  })

  test('at its heading, in a passage of several short ones', () => {
    const text = 'Q: Is it free?\n\nA: Yes.\n\nHow can I delete my account?\n\nAsk for it in the settings.'
    expect(findNamed(question, passage({ headingPath: ['Questions'], text }))).toBe(text.indexOf('How can'))
  })

  test.each([
    ['a link to it in a list', '- Delete your account\n- Rename your account\n'],
    ['a numbered step', '1. Delete your account\n2. Wait\n'],
    ['a heading that nothing follows', 'Some other thing.\n\nDelete your account'],
    ['a sentence with more in it', 'Delete your account in the settings.\nWait.\n'],
    ['a line that is too long for a heading', `Delete your account${' '.repeat(200)}\nWait.\n`],
  ])('not at %s', (_what, text) => {
    expect(findNamed(question, passage({ headingPath: ['Questions'], text }))).toBeUndefined()
  })
})
