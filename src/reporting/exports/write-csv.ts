import Papa from 'papaparse'

/**
 * What spreadsheets take for a formula: they would run what a customer wrote. Such a value is preceded by an apostrophe,
 * which spreadsheets do not show.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

/** Lines of CSV, each ended, quoted where needed (RFC 4180, with plain line feeds). */
export function toCsv(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const lines = Papa.unparse(rows as string[][], { newline: '\n', escapeFormulae: FORMULA })
  return `${lines}\n`
}
