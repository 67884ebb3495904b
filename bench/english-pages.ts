import { seeded } from '../test/support/random.ts'
import type { BenchPage } from './corpus.ts'

const VERBS = 'export cancel change print share restore archive rename upload merge schedule translate'.split(' ')
const THINGS = (
  'invoice report password mailbox calendar contract ticket newsletter dashboard survey backup template domain ' +
  'discount workspace photo recording parcel voucher receipt membership certificate playlist document reminder ' +
  'spreadsheet forecast inventory payslip timesheet webinar questionnaire catalogue brochure itinerary portfolio'
).split(' ')
const PLACES = ['settings', 'account page', 'side bar', 'billing area', 'mobile app', 'search results', 'team overview']
const PEOPLE = ['owners', 'administrators', 'teammates', 'guests', 'accountants', 'editors']

/** Help pages in plain English, which the packaged model knows, and for each a question that it answers. */
export function generateEnglishPages(seed: number): { pages: BenchPage[]; questions: string[] } {
  const random = seeded(seed)
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  const subjects = VERBS.flatMap((verb) => THINGS.map((thing) => ({ verb, thing, place: random() })))
    .toSorted((a, b) => a.place - b.place)
    .map(({ verb, thing }) => ({ verb, thing }))
  const section = (verb: string, thing: string) => `<h2>${one(PEOPLE)} and the ${one(PLACES)}</h2>
    <p>Only ${one(PEOPLE)} who can see the ${one(PLACES)} may ${verb} it. When the ${thing} belongs to a ${one(THINGS)}, ask
    the ${one(PEOPLE)} first, because they may ${one(VERBS)} it at any time.</p>
    <p>It takes about ${Math.floor(random() * 50) + 2} minutes until all ${one(PEOPLE)} see the new ${thing} in the
    ${one(PLACES)}. Nothing happens to the ${one(THINGS)} that was there before, and the ${one(PEOPLE)} get a message.</p>`
  return {
    pages: subjects.map(({ verb, thing }) => ({
      external_id: `${verb}-${thing}`,
      title: `How to ${verb} the ${thing}`,
      html: `<p>To ${verb} the ${thing}, open the ${one(PLACES)} and choose ${verb} in the menu of the ${thing}.</p>
        ${section(verb, thing)}`,
    })),
    questions: subjects.map(({ verb, thing }) => `How do I ${verb} the ${thing}?`),
  }
}
