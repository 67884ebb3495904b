import { collapse } from './block-writer.ts'
import { attribute } from './parse-html.ts'
import type { VisibleElement } from './visible-tree.ts'

interface Cell {
  readonly node: VisibleElement
  /** Filled in once the table is known to hold data. */
  text: string
  readonly isHeader: boolean
  readonly columns: number
  readonly rows: number
}

interface Row {
  readonly cells: readonly Cell[]
  readonly inHead: boolean
}

interface Slot {
  readonly cell: Cell
  /** True in the row the cell stands in; false where it only reaches down. */
  readonly own: boolean
}

/** Characters of header and repeated cells that a page may add to its own text; keeps crafted tables from growing. */
export interface RepeatBudget {
  characters: number
}

const MAX_COLUMNS = 200
const LONGEST_LABEL = 200
/** A cell with more text than this, in a table without header cells, is a column of a layout. */
const LONGEST_CELL = 1_500
const STRUCTURE: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'])

function* descendants(
  root: VisibleElement,
  into: (node: VisibleElement) => boolean,
): Generator<VisibleElement | string> {
  const stack = [{ node: root, next: 0 }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.node.children[frame.next]
    frame.next += 1
    if (child === undefined) {
      stack.pop()
      continue
    }
    yield child
    if (typeof child !== 'string' && into(child)) stack.push({ node: child, next: 0 })
  }
}

/** The text of a subtree on one line, with a space wherever a new line would begin. */
export function flatText(root: VisibleElement, skipped: ReadonlySet<VisibleElement>): string {
  const parts: string[] = []
  const stack = [{ node: root, next: 0 }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.node.children[frame.next]
    frame.next += 1
    if (child === undefined) {
      if (frame.node.block) parts.push(' ')
      stack.pop()
    } else if (typeof child === 'string') parts.push(child)
    else if (child.tag === 'br') parts.push(' ')
    else if (!skipped.has(child)) {
      if (child.block) parts.push(' ')
      stack.push({ node: child, next: 0 })
    }
  }
  return collapse(parts.join(''), false)
}

function span(node: VisibleElement, name: string, most: number): number {
  const value = Number.parseInt(attribute(node.source, name) ?? '1', 10)
  // `rowspan="0"` reaches to the end of the table.
  if (value === 0 && name === 'rowspan') return most
  return value >= 1 ? Math.min(value, most) : 1
}

function rowsOf(table: VisibleElement, skipped: ReadonlySet<VisibleElement>): Row[] {
  const rows: Row[] = []
  let inHead = false
  for (const node of descendants(table, (child) => /^(?:thead|tbody|tfoot)$/.test(child.tag) && !skipped.has(child))) {
    if (typeof node === 'string') continue
    if (node.tag === 'thead' || node.tag === 'tbody' || node.tag === 'tfoot') inHead = node.tag === 'thead'
    if (node.tag !== 'tr' || skipped.has(node)) continue
    const cells = node.children.flatMap((cell): Cell[] => {
      if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th') || skipped.has(cell)) return []
      const isHeader = cell.tag === 'th' || /^(?:row|col)/.test(attribute(cell.source, 'scope') ?? '')
      return [
        {
          node: cell,
          text: '',
          isHeader,
          columns: span(cell, 'colspan', MAX_COLUMNS),
          rows: span(cell, 'rowspan', 65_534),
        },
      ]
    })
    rows.push({ cells, inHead })
  }
  return rows
}

/** Tables that arrange blocks, not data: nested tables or headings, one column, code, or long texts without headers. */
function isLayout(table: VisibleElement, rows: readonly Row[]): boolean {
  const role = attribute(table.source, 'role')
  if (role === 'presentation' || role === 'none') return true
  const filled = rows.map((row) => row.cells.filter((cell) => cell.node.ink > 0).length)
  if (!filled.some((count) => count > 1)) return true
  const hasHeaders = rows.some((row) => row.cells.some((cell) => cell.isHeader))
  for (const row of rows) {
    for (const cell of row.cells) {
      if (!hasHeaders && cell.node.ink > LONGEST_CELL) return true
      for (const node of descendants(cell.node, (child) => !STRUCTURE.has(child.tag))) {
        if (typeof node !== 'string' && (STRUCTURE.has(node.tag) || (node.tag === 'pre' && !hasHeaders))) return true
      }
    }
  }
  return false
}

/** Lays a row out in columns and updates `reaching`, the cells that reach down from rows above. */
function layOut(row: Row, reaching: Map<number, { cell: Cell; left: number }>): (Slot | undefined)[] {
  const slots: (Slot | undefined)[] = []
  let column = 0
  const takeReaching = (): void => {
    for (let above = reaching.get(column); above !== undefined; above = reaching.get(column)) {
      slots[column] = { cell: above.cell, own: false }
      above.left -= 1
      if (above.left <= 0) reaching.delete(column)
      column += 1
    }
  }
  for (const cell of row.cells) {
    takeReaching()
    for (let count = 0; count < cell.columns && column < MAX_COLUMNS; count += 1) {
      slots[column] = { cell, own: true }
      if (cell.rows > 1) reaching.set(column, { cell, left: cell.rows - 1 })
      column += 1
    }
  }
  takeReaching()
  return slots
}

function isHeaderRow(row: Row): boolean {
  // The corner above row headers is often an empty ordinary cell.
  return row.cells.some((cell) => cell.isHeader) && row.cells.every((cell) => cell.isHeader || cell.node.ink === 0)
}

/** Header rows stand at the top: those of `thead`, or made of header cells only. */
function countHeaderRows(rows: readonly Row[]): number {
  let count = 0
  let seen = 0
  for (const row of rows) {
    if (row.cells.length > 0 && !row.inHead && !isHeaderRow(row)) return count
    seen += 1
    if (row.cells.length > 0) count = seen
  }
  // Nothing but headers: then they are the content.
  return 0
}

function addLabels(labels: string[], slots: readonly (Slot | undefined)[]): void {
  slots.forEach((slot, column) => {
    const text = slot?.cell.text ?? ''
    const known = labels[column] ?? ''
    if (text === '' || known.split(' / ').includes(text)) return
    labels[column] = known === '' ? text : `${known} / ${text}`
  })
}

function writeRow(slots: readonly (Slot | undefined)[], labels: readonly string[], budget: RepeatBudget): string {
  const distinct: { slot: Slot; label: string }[] = []
  slots.forEach((slot, column) => {
    const label = (labels[column] ?? '').replace(/\s*:$/, '')
    if (slot === undefined || distinct.at(-1)?.slot.cell === slot.cell) return
    distinct.push({ slot, label })
  })
  const [only] = distinct
  // One cell across all columns is a heading inside the table, not a value of the first column.
  if (distinct.length === 1 && slots.length > 1 && only?.slot.own === true) return only.slot.cell.text
  // The header of a row names its subject and comes first.
  const ordered = distinct.toSorted((a, b) => Number(b.slot.cell.isHeader) - Number(a.slot.cell.isHeader))
  const parts: string[] = []
  const [head] = ordered
  ordered.forEach(({ slot, label }, index) => {
    const { text } = slot.cell
    if (text === '') return
    const extra = label.length + (slot.own ? 0 : text.length)
    const affordable = budget.characters >= extra && (slot.own || text.length <= LONGEST_LABEL)
    if (!slot.own && !affordable) return
    if (affordable) budget.characters -= extra
    // Without column headers a row header is the label of the value beside it.
    const key = index === 1 && label === '' && head?.slot.cell.isHeader === true ? parts.pop() : undefined
    const name = key === undefined ? (affordable ? label : '') : key.replace(/\s*:$/, '')
    parts.push(name === '' || name === text ? text : `${name}: ${text}`)
  })
  return parts.join(' | ')
}

/**
 * The rows of a data table, one line each: `Header: cell | Header: cell`, or cells joined with ` | ` when there is no
 * header. Cells that span rows are repeated where they reach. Undefined for a layout table, which is read as blocks.
 */
export function tableRows(
  table: VisibleElement,
  skipped: ReadonlySet<VisibleElement>,
  budget: RepeatBudget,
): string[] | undefined {
  const rows = rowsOf(table, skipped)
  if (isLayout(table, rows)) return undefined
  const labels: string[] = []
  const lines: string[] = []
  const reaching = new Map<number, { cell: Cell; left: number }>()
  const headerRows = countHeaderRows(rows)
  const lastData = rows.findLastIndex((row) => row.cells.length > 0 && !isHeaderRow(row))
  let inHeader = false
  rows.forEach((row, index) => {
    for (const cell of row.cells) cell.text = flatText(cell.node, skipped)
    const slots = layOut(row, reaching)
    // Further down, a row of several header cells names the columns of the rows that follow it.
    const isLater = index < lastData && isHeaderRow(row) && row.cells.filter((cell) => cell.text !== '').length > 1
    if ((index < headerRows || isLater) && row.cells.every((cell) => cell.text.length <= LONGEST_LABEL)) {
      if (!inHeader && row.cells.length > 0) labels.length = 0
      inHeader = true
      addLabels(labels, slots)
    } else if (slots.some((slot) => slot?.own === true)) {
      inHeader = false
      lines.push(writeRow(slots, labels, budget))
    }
  })
  return lines.filter((line) => line !== '')
}
