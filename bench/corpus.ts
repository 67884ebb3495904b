import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../test/support/random.ts'

export interface BenchPage {
  readonly external_id: string
  readonly title: string
  readonly html: string
}

const REAL_PAGES = join(import.meta.dirname, '..', '..', 'shared', 'data', 'pages', 'libreoffice_help.jsonl')

/** Raw help pages of an office suite where they are at hand (25 MB), else generated pages of like number and size. */
export function loadPages(limit: number): { readonly name: string; readonly pages: BenchPage[] } {
  if (!existsSync(REAL_PAGES)) return { name: 'generated', pages: generatePages(limit, 1, 12) }
  const lines = readFileSync(REAL_PAGES, 'utf8').trim().split('\n').slice(0, limit)
  return { name: 'libreoffice_help', pages: lines.map((line) => JSON.parse(line) as BenchPage) }
}

/** Words by rank: short and frequent first, as in any language (Zipf). */
const VOCABULARY = 30_000

/** Pages of sections with sentences over a Zipf vocabulary; every chunk is unlike the others. */
export function generatePages(count: number, seed: number, sections: number): BenchPage[] {
  const random = seeded(seed)
  const word = () => toWord(Math.floor(VOCABULARY ** random()))
  const sentence = () => `${Array.from({ length: 8 + Math.floor(random() * 12) }, word).join(' ')}.`
  const paragraph = () => `<p>${Array.from({ length: 6 }, sentence).join(' ')}</p>`
  return Array.from({ length: count }, (_, index) => ({
    external_id: `generated-${seed}-${index}`,
    title: `${word()} ${word()} ${word()}`,
    html: Array.from({ length: sections }, () => `<h2>${word()} ${word()}</h2>${paragraph()}${paragraph()}`).join('\n'),
  }))
}

/** Questions of two to five words drawn from the same vocabulary, rare enough to be asked. */
export function generateQueries(count: number, seed: number): string[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      toWord(20 + Math.floor((VOCABULARY - 20) ** random())),
    ).join(' '),
  )
}

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'va',
  'we',
  'zi',
]

function toWord(rank: number): string {
  let text = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length]
  return `${text}k`
}
