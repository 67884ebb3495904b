import { BlockWriter, type Block } from './block-writer.ts'
import { findPageScope } from './boilerplate.ts'
import { parseHtml } from './parse-html.ts'
import { visibleTree } from './visible-tree.ts'
import { writeBlocks } from './write-blocks.ts'

export type { Block } from './block-writer.ts'

/** What a reader sees of a page, as text with its structure beside it. */
export interface ExtractedPage {
  /**
   * The text: NFC, no zero-width or control characters but line feeds (and tabs in code), white space collapsed
   * outside code. Blocks stand on lines of their own, with a blank line between groups.
   */
  readonly text: string
  /** In reading order, not overlapping. */
  readonly blocks: readonly Block[]
  /** What was left out. All characters are counted without white space. */
  readonly hidden: {
    /** Elements that a reader does not see (each outermost one once); scripts and style sheets among them. */
    readonly elements: number
    /** Characters of those elements' text, and invisible characters removed from visible text. Code is not counted. */
    readonly characters: number
    readonly comments: number
    /** Visible, but navigation or other furniture of the site. */
    readonly boilerplate_characters: number
  }
  /** What the html says besides, as it came. Not stored: it may hold instructions for whoever reads all of it. */
  readonly unseen: {
    /** Of hidden elements, comments, scripts and attributes. */
    readonly texts: readonly string[]
    /** Visible texts that held characters which show nothing. */
    readonly smuggling: readonly string[]
  }
}

/**
 * Extracts the text of any string of HTML: fragments, whole documents, broken markup, or plain text, whose lines become
 * paragraphs. Never throws, and a page with visible text never comes out empty. Time is linear in the size of the page.
 */
export function extractPage(html: string): ExtractedPage {
  const isPlain = !/<[a-z/!?]/i.test(html)
  const { root, hidden } = visibleTree(parseHtml(html), { lineBreaks: isPlain, hasStyles: /<style/i.test(html) })
  const scope = findPageScope(root)
  const writer = new BlockWriter()
  writeBlocks(scope, writer, { isPlain, repeat: { characters: 2 * html.length + 20_000 } })
  const { texts, smuggling, ...counts } = hidden
  return {
    text: writer.text,
    blocks: writer.blocks,
    hidden: { ...counts, boilerplate_characters: scope.leftOut },
    unseen: { texts, smuggling },
  }
}
