/** What a block is; see `Block`. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'quote'
  | 'list_item'
  | 'table_row'
  | 'term'
  | 'definition'
  | 'caption'
  | 'code'

/** One heading, paragraph, list item, row and so on of a page's text. */
export interface Block {
  readonly kind: BlockKind
  /** UTF-16 offsets into the text; list markers are inside, indentation is not. */
  readonly start: number
  readonly end: number
  /** Headings above this block, outermost first; a heading does not contain itself. */
  readonly headingPath: readonly string[]
  /** Headings only: 1 for the outermost. */
  readonly level?: number
}

/** Headings longer than this are body text that only looks like one. */
const LONGEST_HEADING = 300

/** How a block stands in the text. */
export interface BlockPlace {
  readonly kind: BlockKind
  /** Blocks of one group (a list, a table) follow each other without a blank line. 0 for no group. */
  readonly group: number
  /** Spaces before it. */
  readonly indent: number
  /** List marker with its space, or ''. */
  readonly marker: string
  readonly level?: number
}

/** Collapses white space; line feeds stay, without spaces around them, when `lines` is true. */
export function collapse(text: string, lines: boolean): string {
  const folded = lines ? text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n') : text.replace(/\s+/g, ' ')
  return folded.trim()
}

/** Collects a page's text block by block. */
export class BlockWriter {
  readonly blocks: Block[] = []
  readonly #parts: string[] = []
  #length = 0
  #lastGroup = 0
  #lastWasHeading = false
  #headings: readonly { readonly level: number; readonly text: string }[] = []
  #path: readonly string[] = []

  get text(): string {
    return this.#parts.join('')
  }

  /** Adds a block; `text` must have no white space around it (code: no blank lines around it). Empty text is dropped. */
  write(text: string, place: BlockPlace): boolean {
    // Normalised a block at a time so that offsets need no correction; no sequence composes across a line end.
    const normal = text.normalize('NFC')
    if (normal.trim() === '') return false
    const { marker } = place
    const level = place.kind === 'heading' ? place.level : undefined
    const isHeading = level !== undefined && normal.length <= LONGEST_HEADING
    const kind = place.kind === 'heading' && !isHeading ? 'paragraph' : place.kind
    const joined = place.group !== 0 && place.group === this.#lastGroup
    if (this.#length > 0) this.#push(joined || this.#lastWasHeading ? '\n' : '\n\n')
    this.#push(' '.repeat(place.indent))
    // Only an item's own text carries its marker; before a heading or code it stands outside the block.
    const inside = kind === 'list_item'
    if (!inside) this.#push(marker)
    const start = this.#length
    this.#push(inside ? marker + normal : normal)
    const end = this.#length
    this.#lastGroup = place.group
    this.#lastWasHeading = isHeading
    if (isHeading) {
      this.#headings = this.#headings.filter((heading) => heading.level < level)
      this.blocks.push({ kind, start, end, headingPath: this.#headings.map((heading) => heading.text), level })
      this.#headings = [...this.#headings, { level, text: normal.replaceAll('\n', ' ') }]
      this.#path = this.#headings.map((heading) => heading.text)
    } else this.blocks.push({ kind, start, end, headingPath: this.#path })
    return true
  }

  #push(part: string): void {
    if (part === '') return
    this.#parts.push(part)
    this.#length += part.length
  }
}
