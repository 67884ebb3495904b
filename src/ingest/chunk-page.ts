import { estimateTokens, splitSentences } from '../analysis/index.ts'
import { cutLong } from './cut-long.ts'
import type { Block, ExtractedPage } from './extract-page.ts'

/** A piece of a page to be indexed and shown as a source. */
export interface Chunk {
  /** Position among the page's chunks, from 0. */
  readonly ordinal: number
  readonly headingPath: readonly string[]
  /** UTF-16 offsets into the page's text: `text === page.text.slice(start, end)`. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A heading with the blocks up to the next heading; the text before the first heading has none. */
interface Section {
  readonly heading: Block | undefined
  readonly body: readonly Block[]
  readonly path: readonly string[]
}

/** Text that stays in one piece. */
interface Atom {
  readonly start: number
  readonly end: number
  /** Estimated. */
  readonly tokens: number
}

const TARGET_TOKENS = 200
const FEWEST_TOKENS = 120
const MOST_TOKENS = 260
/** Sections up to this long are joined with their neighbours. */
const TINY_TOKENS = 80
/** Paragraphs up to this long are taken for the introduction of a list, table or code that follows. */
const INTRODUCTION_TOKENS = 40
/** Sentences, rows and code longer than this are cut after all: search indexes have limits. */
const UNCUT_TOKENS = 1_500

function splitSections(page: ExtractedPage): Section[] {
  const sections: Section[] = []
  let heading: Block | undefined
  let body: Block[] = []
  const close = (next: Block | undefined): void => {
    const isParent = next?.level !== undefined && heading?.level !== undefined && next.level > heading.level
    const [first] = body
    // A heading without text of its own lives on in the paths below it; a last one is the text itself.
    if (first !== undefined) sections.push({ heading, body, path: first.headingPath })
    else if (heading !== undefined && !isParent) sections.push({ heading, body: [heading], path: heading.headingPath })
  }
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      close(block)
      heading = block
      body = []
    } else body.push(block)
  }
  close(undefined)
  return sections
}

function cutBlock(text: string, block: Block, language: string): Atom[] {
  const whole = text.slice(block.start, block.end)
  const tokens = estimateTokens(whole)
  const isUncut = block.kind === 'code' || block.kind === 'table_row'
  if (tokens <= (isUncut ? UNCUT_TOKENS : MOST_TOKENS)) return [{ start: block.start, end: block.end, tokens }]
  const spans = isUncut ? [{ start: 0, end: whole.length }] : splitSentences(whole, language)
  return spans.flatMap((span) => {
    const size = estimateTokens(whole.slice(span.start, span.end))
    const pieces = size > UNCUT_TOKENS ? cutLong(whole, span) : [span]
    return pieces.map((piece) => ({
      start: block.start + piece.start,
      end: block.start + piece.end,
      tokens: estimateTokens(whole.slice(piece.start, piece.end)),
    }))
  })
}

/** True when a block introduces the one after it, and says little on its own. */
function introduces(block: Block, next: Block | undefined, last: Atom, text: string): boolean {
  if (next === undefined) return false
  if (block.kind === 'term' || block.kind === 'caption') return true
  const final = text.charAt(block.end - 1)
  if (final === ':' || final === '：') return true
  const isProse = block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'definition'
  const isSet = next.kind === 'list_item' || next.kind === 'table_row' || next.kind === 'code'
  return isProse && isSet && last.tokens <= INTRODUCTION_TOKENS
}

/** The section's text as units that chunks are made of: whole blocks or sentences, joined where one introduces. */
function unitsOf(section: Section, text: string, language: string): Atom[] {
  const units: Atom[] = []
  let open: Atom | undefined
  section.body.forEach((block, index) => {
    const atoms = cutBlock(text, block, language)
    atoms.forEach((atom, position) => {
      const unit: Atom =
        open === undefined ? atom : { start: open.start, end: atom.end, tokens: open.tokens + atom.tokens }
      open = undefined
      const isLast = position === atoms.length - 1
      if (isLast && unit.tokens < MOST_TOKENS && introduces(block, section.body[index + 1], atom, text)) open = unit
      else units.push(unit)
    })
  })
  if (open !== undefined) units.push(open)
  return units
}

/** How far a chunk is from the preferred sizes. */
function misfit(tokens: number): number {
  return Math.max(0, FEWEST_TOKENS - tokens, tokens - MOST_TOKENS)
}

/** Fills chunks of about equal size with the units, in order. */
function pack(units: readonly Atom[]): Atom[] {
  let left = units.reduce((sum, unit) => sum + unit.tokens, 0)
  const packed: Atom[] = []
  let open: Atom | undefined
  for (const unit of units) {
    if (open === undefined) {
      open = unit
      continue
    }
    const joined: Atom = { start: open.start, end: unit.end, tokens: open.tokens + unit.tokens }
    // Sharing what is left evenly avoids a short last chunk.
    const share = left / Math.max(1, Math.round(left / TARGET_TOKENS))
    const isFull = Math.abs(open.tokens - share) < Math.abs(joined.tokens - share)
    const isBetterApart =
      misfit(joined.tokens) === misfit(open.tokens) ? isFull : misfit(joined.tokens) > misfit(open.tokens)
    if (left > MOST_TOKENS && isBetterApart) {
      packed.push(open)
      left -= open.tokens
      open = unit
    } else open = joined
  }
  if (open !== undefined) packed.push(open)
  return packed
}

function samePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}

/** How many sections from `index` on are tiny siblings that fit into one chunk together. */
function countTinySiblings(sections: readonly Section[], sizes: readonly number[], index: number): number {
  const first = sections[index]?.heading
  if (first === undefined) return 1
  let total = 0
  let count = 0
  for (let at = index; at < sections.length; at += 1) {
    const heading = sections[at]?.heading
    const size = sizes[at] ?? 0
    if (heading === undefined || size > TINY_TOKENS || total + size > TARGET_TOKENS) break
    if (heading.level !== first.level || !samePath(heading.headingPath, first.headingPath)) break
    const next = sections[at + 1]?.heading
    // The introduction of a section with subsections stays with them.
    if (next !== undefined && (next.level ?? 0) > (heading.level ?? 0)) break
    total += size
    count += 1
  }
  return Math.max(1, count)
}

/**
 * Cuts a page into chunks of about 200 tokens (120 to 260 where its structure allows) that follow its sections.
 *
 * Blocks stay whole when they can; longer paragraphs and items are cut between sentences; table rows and code only
 * beyond 1,500 tokens, at line ends or else between words. What introduces a list, table or code stays with its
 * beginning. A heading is in the path of its chunks, not in their text, with two exceptions: one without any text
 * below it, and tiny sibling sections that share a chunk. There the path is the common parent, and the headings stand
 * in the text, since it has to be clear which lines belong to which.
 *
 * `language` (BCP 47) decides where sentences end. An empty page has no chunks.
 */
export function chunkPage(page: ExtractedPage, language: string): Chunk[] {
  const chunks: Chunk[] = []
  const add = (start: number, end: number, headingPath: readonly string[]): void => {
    chunks.push({ ordinal: chunks.length, headingPath, start, end, text: page.text.slice(start, end) })
  }
  const sections = splitSections(page)
  const sizes = sections.map(({ heading, body }) => {
    const from = heading?.start ?? body[0]?.start ?? 0
    return estimateTokens(page.text.slice(from, body.at(-1)?.end ?? from))
  })
  for (let index = 0; index < sections.length;) {
    const count = countTinySiblings(sections, sizes, index)
    const section = sections[index]
    const lastEnd = sections[index + count - 1]?.body.at(-1)?.end
    if (section === undefined) break
    if (count > 1 && section.heading !== undefined && lastEnd !== undefined) {
      add(section.heading.start, lastEnd, section.heading.headingPath)
    } else {
      for (const piece of pack(unitsOf(section, page.text, language))) add(piece.start, piece.end, section.path)
    }
    index += count
  }
  return chunks
}
