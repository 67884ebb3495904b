import { collapse, type BlockKind, type BlockWriter } from './block-writer.ts'
import type { PageScope } from './boilerplate.ts'
import { attribute } from './parse-html.ts'
import { flatText, tableRows, type RepeatBudget } from './table-rows.ts'
import type { VisibleElement } from './visible-tree.ts'

interface List {
  readonly ordered: boolean
  readonly letters: boolean
  readonly step: number
  value: number
}

/** Where in the structure of the page the walk is. */
interface Context {
  readonly kind: BlockKind
  readonly level?: number
  readonly group: number
  readonly indent: number
  readonly depth: number
  readonly list: List | undefined
  /** The marker of the current item until its first text takes it. */
  readonly item: { marker: string } | undefined
}

interface Frame {
  readonly node: VisibleElement
  readonly context: Context
  /** Undefined for elements inside a line. */
  readonly outer: Context | undefined
  next: number
}

/** How a page is written. */
export interface WriteOptions {
  /** Text without markup: every line is a paragraph. */
  readonly isPlain: boolean
  readonly repeat: RepeatBudget
}

/** Deeper lists are not indented further: indentation must not outgrow the text. */
const DEEPEST_INDENT = 6
const LONGEST_HEADING_INK = 300
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir'])
const KIND_BY_TAG: Readonly<Record<string, BlockKind>> = {
  dt: 'term',
  summary: 'term',
  dd: 'definition',
  caption: 'caption',
  figcaption: 'caption',
  legend: 'caption',
  blockquote: 'quote',
}
const TOP: Context = {
  kind: 'paragraph',
  group: 0,
  indent: 0,
  depth: 0,
  list: undefined,
  item: undefined,
}

function headingLevel(node: VisibleElement): number | undefined {
  // An unclosed heading swallows what follows it; it is read as the blocks it holds.
  if (node.ink > LONGEST_HEADING_INK) return undefined
  if (/^h[1-6]$/.test(node.tag)) return Number(node.tag.slice(1))
  if (attribute(node.source, 'role') !== 'heading') return undefined
  const level = Number.parseInt(attribute(node.source, 'aria-level') ?? '2', 10)
  return level >= 1 && level <= 9 ? level : 2
}

function openList(node: VisibleElement): List {
  const ordered = node.tag === 'ol'
  const reversed = ordered && attribute(node.source, 'reversed') !== undefined
  const start = Number.parseInt(attribute(node.source, 'start') ?? '', 10)
  const first = reversed ? node.children.filter((child) => typeof child !== 'string' && child.tag === 'li').length : 1
  const letters = /^a$/i.test(attribute(node.source, 'type') ?? '')
  return { ordered, letters, step: reversed ? -1 : 1, value: Number.isSafeInteger(start) ? start : first }
}

function nextMarker(list: List | undefined, node: VisibleElement): string {
  if (list === undefined || !list.ordered) return '- '
  const own = Number.parseInt(attribute(node.source, 'value') ?? '', 10)
  const value = Number.isSafeInteger(own) ? own : list.value
  list.value = value + list.step
  return list.letters && value >= 1 && value <= 26 ? `${String.fromCharCode(96 + value)}. ` : `${value}. `
}

/** Removes blank lines before and all white space after. */
function trimCode(text: string): string {
  const code = text.trimEnd()
  const firstLine = /\S/.exec(code)
  return firstLine === null ? '' : code.slice(code.lastIndexOf('\n', firstLine.index) + 1)
}

/** Writes the blocks of the page's own text in reading order. Iterative: pages may nest without limit. */
export function writeBlocks(scope: PageScope, writer: BlockWriter, options: WriteOptions): void {
  let context: Context = TOP
  let line: string[] = []
  let atLineStart = true
  let groups = 0
  const stack: Frame[] = []

  function flush(): void {
    if (line.length === 0) return
    const raw = line.join('')
    line = []
    atLineStart = true
    const text = context.kind === 'code' ? trimCode(raw) : collapse(raw, context.kind !== 'heading')
    const { kind, group, level, item } = context
    const marker = item?.marker ?? ''
    // Further paragraphs of an item stand under its text, not under its marker.
    const indent = item === undefined || marker !== '' ? context.indent : context.indent + 2
    const place = {
      kind,
      group,
      indent: kind === 'code' ? 0 : indent,
      marker,
      ...(level === undefined ? {} : { level }),
    }
    if (writer.write(text, place) && item !== undefined) item.marker = ''
  }

  function breakLine(): void {
    // Two breaks in a row are how old pages separate paragraphs.
    if (atLineStart && context.kind !== 'code') flush()
    else line.push('\n')
    atLineStart = true
  }

  function addText(text: string, node: VisibleElement): void {
    if (context.kind === 'code') {
      line.push(text)
      atLineStart = text.endsWith('\n')
      return
    }
    if (node.whiteSpace === 'collapse') {
      line.push(text.replace(/\s+/g, ' '))
      if (atLineStart && text.trim() !== '') atLineStart = false
      return
    }
    text.split('\n').forEach((part, index) => {
      if (index > 0) breakLine()
      if (index > 0 && options.isPlain) flush()
      line.push(part)
      if (part.trim() !== '') atLineStart = false
    })
  }

  function writeTable(node: VisibleElement): boolean {
    const rows = tableRows(node, scope.skipped, options.repeat)
    if (rows === undefined) return false
    flush()
    groups += 1
    const group = context.item === undefined ? groups : context.group
    const { indent, item } = context
    const lines: [BlockKind, string][] = rows.map((row) => ['table_row', row])
    for (const child of node.children) {
      if (typeof child === 'string' || child.tag !== 'caption' || scope.skipped.has(child)) continue
      lines.unshift(['caption', flatText(child, scope.skipped)])
    }
    for (const [kind, text] of lines) {
      if (writer.write(text, { kind, group, indent, marker: item?.marker ?? '' }) && item !== undefined)
        item.marker = ''
    }
    return true
  }

  function innerContext(node: VisibleElement): Context {
    const level = headingLevel(node)
    if (level !== undefined) return { ...context, kind: 'heading', level }
    if (node.whiteSpace === 'verbatim') return { ...context, kind: 'code' }
    if (LISTS.has(node.tag)) {
      // Lists inside an item belong to the same group: no blank line between an item and its sub-items.
      const group = context.item === undefined ? (groups += 1) : context.group
      return { ...context, kind: 'list_item', group, list: openList(node), item: undefined, depth: context.depth + 1 }
    }
    if (node.tag === 'li') {
      const item = { marker: nextMarker(context.list, node) }
      const indent = 2 * Math.min(Math.max(context.depth - 1, 0), DEEPEST_INDENT)
      return { ...context, kind: 'list_item', indent, item }
    }
    if (node.tag === 'dl') return { ...context, group: (groups += 1) }
    const kind = Object.hasOwn(KIND_BY_TAG, node.tag) ? KIND_BY_TAG[node.tag] : undefined
    if (kind === undefined || (context.item !== undefined && kind !== 'caption')) return context
    return { ...context, kind, indent: node.tag === 'dd' ? context.indent + 2 : context.indent }
  }

  function enter(node: VisibleElement): void {
    const isLine = context.kind === 'heading' || context.kind === 'code'
    if (node.tag === 'br') {
      if (context.kind === 'heading') line.push(' ')
      else breakLine()
    } else if (node.tag === 'table' && !isLine && writeTable(node)) {
      return
    } else if (isLine && node.block) {
      if (context.kind === 'heading') line.push(' ')
      else if (!atLineStart) breakLine()
      stack.push({ node, context, outer: undefined, next: 0 })
    } else if (node.block || headingLevel(node) !== undefined) {
      flush()
      const outer = context
      context = innerContext(node)
      stack.push({ node, context, outer, next: 0 })
    } else {
      if (node.tag === 'q') line.push('“')
      stack.push({ node, context, outer: undefined, next: 0 })
    }
  }

  function leave(frame: Frame): void {
    if (frame.outer !== undefined) {
      flush()
      context = frame.outer
    } else if (frame.node.tag === 'q') line.push('”')
    else if (frame.node.block && context.kind === 'heading') line.push(' ')
    else if (frame.node.block && context.kind === 'code' && !atLineStart) breakLine()
  }

  enter(scope.root)
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.node.children[frame.next]
    frame.next += 1
    if (child === undefined) {
      stack.pop()
      leave(frame)
    } else if (typeof child === 'string') addText(child, frame.node)
    else if (!scope.skipped.has(child)) enter(child)
  }
  flush()
}
