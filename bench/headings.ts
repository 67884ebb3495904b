import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCorpus } from '../src/cli/evaluating/load-corpus.ts'
import { startTemporaryServer } from '../src/cli/evaluating/temporary-server.ts'
import { DATA } from './evaluation-sets.ts'
import { writeShare } from './statistics.ts'

/**
 * `npm run bench:headings` asks help centers for what their sections are called: the first thing that many people try, and
 * the questions of every page of questions. The right answer is known: it begins in that section.
 */
const CENTERS = ['bitwarden_help', 'arduino_help', 'plausible_docs'] as const
const QUESTIONS = 200
/** Shorter ones ("Overview") are no questions. */
const FEWEST_WORDS = 3
/** Shorter sections are links to others. */
const SHORTEST_SECTION = 80
/** Of a quote, in characters: enough to tell where it is from. */
const BEGINNING = 40

interface HelpPage {
  readonly title: string
  readonly html: string
}

interface Section {
  readonly url: string
  readonly name: string
  /** Words in small letters. */
  readonly text: string
}

interface WireAnswer {
  readonly status: string
  readonly citations: readonly { readonly url: string; readonly quote: string }[]
}

function toText(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function toWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A page under its title, and what stands below each of its headings up to the next one. */
function sectionsOf(url: string, { title, html }: HelpPage): Section[] {
  const sections = [{ url, name: title, text: toWords(toText(html)) }]
  const [, ...parts] = html.split(/<h[1-4][^>]*>([\s\S]*?)<\/h[1-4]>/)
  for (let at = 0; at + 1 < parts.length; at += 2) {
    sections.push({ url, name: toText(parts[at] ?? ''), text: toWords(toText(parts[at + 1] ?? '')) })
  }
  return sections
}

/** Names that only one page has, from all over the help center. */
function choose(sections: readonly Section[]): Section[] {
  const pages = Map.groupBy(sections, ({ name }) => toWords(name))
  const usable = sections.filter(({ name, text }) => {
    const words = toWords(name)
    const isOfOnePage = new Set(pages.get(words)?.map(({ url }) => url)).size === 1
    return isOfOnePage && words.split(' ').length >= FEWEST_WORDS && text.length >= SHORTEST_SECTION
  })
  const step = Math.max(1, Math.floor(usable.length / QUESTIONS))
  return usable.filter((_, index) => index % step === 0).slice(0, QUESTIONS)
}

async function measure(center: string): Promise<string> {
  const signal = new AbortController().signal
  const lines = readFileSync(join(DATA, 'pages', `${center}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  const pages = lines.map((line, index) => {
    const page = JSON.parse(line) as HelpPage
    return { ...page, id: String(index), url: `https://headings.example/${index}`, origin: `line ${index + 1}` }
  })
  const chosen = choose(pages.flatMap((page) => sectionsOf(page.url, page)))
  await using server = await startTemporaryServer(process.env)
  const { client, learnWords } = server
  await loadCorpus(client, center, pages, { onProgress: () => undefined, signal, learnWords })
  const counts = { found: 0, answered: 0, page: 0, section: 0 }
  for (const { name, url, text } of chosen) {
    const { results } = await client.json<{ results: { url: string }[] }>('POST', '/dorsal/v1/search', {
      body: { query: name, limit: 1 },
      signal,
    })
    const { status, citations } = await client.json<WireAnswer>('POST', '/dorsal/v1/answers', {
      body: { question: name },
      signal,
    })
    const [first] = citations
    const quote = toWords(first?.quote ?? '')
    const heading = toWords(name)
    // The heading itself may stand in the quote.
    const said = (quote.startsWith(heading) ? quote.slice(heading.length).trim() : quote).slice(0, BEGINNING)
    if (results[0]?.url === url) counts.found++
    if (status === 'answered') counts.answered++
    if (first?.url === url) counts.page++
    if (first?.url === url && text.includes(said)) counts.section++
  }
  const shares = [counts.found, counts.answered, counts.page, counts.section]
  return `| ${[center, pages.length, chosen.length, ...shares.map((count) => writeShare(count, chosen.length))].join(' | ')} |\n`
}

if (!existsSync(join(DATA, 'pages'))) {
  process.stdout.write('The help centers are not at hand: nothing was measured.\n')
} else {
  process.stdout.write(
    '| help center | pages | headings asked | page found first | answered | from the right page | from the right section |\n' +
      '| --- | --- | --- | --- | --- | --- | --- |\n',
  )
  for (const center of CENTERS) process.stdout.write(await measure(center))
}
