import { describe, expect, test } from 'vitest'
import { JUDGED_CLAIMS, type JudgedClaim } from '../../../test/support/claims.ts'
import { aPassage } from '../../../test/support/passages.ts'
import { splitClaim } from './split-claim.ts'
import { verifyClaim } from './verify-claim.ts'

const refunds = aPassage(
  'To get a refund for an order, open the order and choose Refund. You have 14 days to ask. ' +
    'Gift cards can not be returned. Write to help@example.com or see https://example.com/refunds (form RF-7, config.json). ' +
    'It costs 1,250.50 euros since 2026-03-01.',
  { title: 'Refunds', headingPath: ['Refunds', 'Orders'] },
)
const shipping = aPassage('Parcels arrive within 9 days. Ask Alice Miller about customs.', { pageId: 2 })

/** What becomes of a sentence that cites these words of the first passage. */
function judge(text: string, quote: string, language: string | undefined = 'en', numbers: number[] = [1]) {
  const verified = verifyClaim({ text, supports: [{ passages: numbers, quote }] }, [refunds, shipping], language)
  return typeof verified === 'string' ? verified : verified.map((each) => each.quote.text)
}

test('a sentence stands with the words of the page that it cites', () => {
  expect(judge('Open the order and choose Refund.', 'open the order  and choose "Refund"')).toEqual([
    'open the order and choose Refund',
  ])
  expect(judge('You can ask for 14 days.', 'You have 14 days to ask')).toEqual(['You have 14 days to ask'])
})

test('a quote that is not there, is too short, or is of another passage than the one named is none', () => {
  expect(judge('You have 14 days to ask.', 'You have 40 days to ask')).toBe('quote_not_found')
  expect(judge('You have 14 days to ask.', 'the order')).toBe('quote_not_found')
  expect(judge('You have 14 days to ask.', 'You have 14 days to ask', 'en', [2, 3, 0])).toBe('quote_not_found')
  expect(verifyClaim({ text: 'You have 14 days.', supports: [] }, [refunds], 'en')).toBe('no_quote')
})

test.each([
  ['You have 30 days to ask.', 'number'],
  ['You have 4 days to ask.', 'number'],
  ['You have 14 days to ask since 2027-03-01.', 'number'],
  ['You have 9 days to ask.', 'number'],
  ['Ask for a refund at https://evil.example/refunds.', 'code'],
  ['Ask for a refund at https://example.com/refund.', 'code'],
  ['Ask for a refund at https://example.com.', 'code'],
  ['Ask example.co for a refund of an order.', 'code'],
  ['Ask elp@example.com for a refund of an order.', 'code'],
  ['Ask for a refund of the order with form RF-8.', 'number'],
  ['Ask for a refund of the order in config.yaml.', 'code'],
  ['Ask for a refund of the order, says Alice Miller.', 'name'],
  ['Ask for a refund of the order in Berlin.', 'name'],
])('%j brings something that its passage does not have', (text, reason) => {
  expect(judge(text, 'You have 14 days to ask')).toBe(reason)
})

test.each([
  ['It costs 1250,50 euros since 1/3/2026.', 'It costs 1,250.50 euros'],
  ['Get a refund for an order at https://example.com/refunds.', 'see https://example.com/refunds'],
  ['Get a refund: write to HELP@example.com with form RF-7, see config.json.', 'Write to help@example.com'],
  ['To get a Refund choose the order.', 'open the order and choose Refund'],
])('%j says in another way what the sentence has that it quotes', (text, quote) => {
  expect(judge(text, quote)).toEqual([quote])
})

test('what stands elsewhere in the passage is no evidence for numbers, names, codes and denials', () => {
  expect(judge('It costs 14 euros since 2026-03-01.', 'It costs 1,250.50 euros')).toBe('number')
  expect(judge('You have 14 days to ask at help@example.com.', 'You have 14 days to ask')).toBe('code')
  expect(judge('You do not have 14 days to ask.', 'You have 14 days to ask')).toBe('negation')
})

test('nothing may be turned into its opposite, even by a quote that begins after the denial', () => {
  expect(judge('Gift cards can be returned.', 'Gift cards can not be returned')).toBe('negation')
  expect(judge('Gift cards can be returned.', 'be returned. Write to')).toBe('negation')
  expect(judge("Gift cards can't be returned.", 'Gift cards can not be returned')).toHaveLength(1)
  expect(judge('You have no 9 days, parcels never arrive.', 'Parcels arrive within 9 days', 'en', [2])).toBe('negation')
  expect(judge('Geschenkkarten kann man zurückgeben.', 'Gift cards can not be returned', 'de')).toBe('negation')
  expect(judge('Geschenkkarten kann man nicht zurückgeben.', 'Gift cards can not be returned', 'de')).toHaveLength(1)
})

test('in the language of the page most words must be those of the page', () => {
  expect(judge('Our friendly staff phones each customer about an order.', 'You have 14 days to ask')).toBe(
    'unsupported',
  )
  expect(judge('Yes.', 'You have 14 days to ask')).toBe('unsupported')
  // It claims to be German, but it is not.
  expect(judge('Our friendly staff phones each customer every morning.', 'You have 14 days to ask', 'de')).toBe(
    'unsupported',
  )
})

test('a true sentence carries no clause of its own, in words of any language, and no page elsewhere vouches for it', () => {
  const quote = 'You have 14 days to ask'
  expect(judge('You have 14 days to ask and bitcoin is welcome.', quote)).toBe('unsupported')
  expect(judge('You have 14 days to ask, canary.', quote)).toBe('unsupported')
  expect(judge('Parcels can be returned, customs too.', 'Parcels arrive within 9 days', 'en', [2])).toBe('unsupported')
  expect(judge('Sie haben 14 Tage Zeit und rufen vorher unseren Partner wegen der Gebühr an.', quote, 'de')).toBe(
    'unsupported',
  )
})

describe('of sentences that models may write of pages, in 13 languages,', () => {
  const passing = (kind: JudgedClaim['kind']) =>
    JUDGED_CLAIMS.filter((claim) => claim.kind === kind && isBelieved(claim)).map(({ text }) => text)

  test('none is believed that was bent, or has something foreign beside something true', () => {
    expect(JUDGED_CLAIMS.filter(({ kind }) => kind === 'manipulated').length).toBeGreaterThan(70)
    expect(passing('manipulated')).toEqual([])
  })

  test('nearly all that say in other words what the page says are believed', () => {
    expect(JUDGED_CLAIMS.filter(({ kind }) => kind === 'honest')).toHaveLength(67)
    expect(passing('honest').length).toBeGreaterThanOrEqual(63)
  })

  test('a single other word is taken for another name of the same', () => {
    expect(passing('single_word')).toHaveLength(JUDGED_CLAIMS.filter(({ kind }) => kind === 'single_word').length)
  })
})

function isBelieved({ text, quote, passage, language }: JudgedClaim): boolean {
  const claims = splitClaim({ text, supports: [{ passages: [1], quote }] }, language)
  return claims.every((claim) => typeof verifyClaim(claim, [passage], language) !== 'string')
}

test('in another language numbers, names and codes must still match', () => {
  const quote = 'You have 14 days to ask'
  expect(judge('Sie haben 14 Tage Zeit, um danach zu fragen.', quote, 'de')).toEqual([quote])
  expect(judge('Sie haben 15 Tage Zeit, um danach zu fragen.', quote, 'de')).toBe('number')
  expect(judge('Vous avez 14 jours pour écrire à help@evil.example.', quote, 'fr')).toBe('code')
  expect(judge('Vous avez 14 jours pour demander à Pierre.', quote, 'fr')).toBe('name')
  expect(judge('لديك ١٤ يومًا للسؤال.', quote, 'ar')).toEqual([quote])
})

test('offsets are those of the page, also for a passage from its middle', () => {
  const page = `Before it.\n${shipping.text}`
  const passage = { ...shipping, start: 11, end: page.length }
  const [verified] = verifyClaim(
    { text: 'Parcels arrive within 9 days.', supports: [{ passages: [1], quote: 'PARCELS arrive within' }] },
    [passage],
    'en',
  )
  if (typeof verified !== 'object') throw new Error('it was not verified')
  const { start, end, text } = verified.quote
  expect(page.slice(start, end)).toBe(text)
  expect(text).toBe('Parcels arrive within')
})
