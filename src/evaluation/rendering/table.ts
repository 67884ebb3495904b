type Cell = string | number

/** Columns of a table: text to the left, numbers to the right. */
export interface Column {
  readonly title: string
  readonly align?: 'right'
}

/** Rows under their titles, columns two spaces apart. */
export function writeTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(String))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)))
  return lines
    .map((line) =>
      columns
        .map(({ align }, index) => {
          const cell = line[index] ?? ''
          const width = widths[index] ?? 0
          return align === 'right' ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line of at most `width` characters; control characters of pages and questions must not steer a terminal. */
export function cut(text: string, width: number): string {
  const line = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= width ? line : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`
}
