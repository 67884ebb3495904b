/** One `property: value` with both in lower case. */
export interface Declaration {
  readonly property: string
  readonly value: string
  readonly important: boolean
}

/** Only these can make text invisible or change how it breaks; rules with none of them are not kept. */
const RELEVANT =
  /^(?:display|visibility|opacity|font|font-size|(?:max-)?(?:width|height)|overflow(?:-[xy])?|clip|clip-path|position|left|right|top|bottom|inset|margin|margin-left|margin-top|text-indent|transform|scale|translate|color|background|background-color|(?:-webkit-)?background-clip|-webkit-text-fill-color|white-space|content-visibility|filter|zoom)$/

/** Drops comments; an unclosed one reaches to the end. */
export function withoutComments(css: string): string {
  const kept: string[] = []
  let from = 0
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', from)) {
    kept.push(css.slice(from, open))
    const close = css.indexOf('*/', open + 2)
    if (close === -1) return kept.join(' ')
    from = close + 2
  }
  kept.push(css.slice(from))
  return kept.join(' ')
}

/** Resolves backslash escapes. */
export function unescapeCss(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex: string | undefined, char: string | undefined) => {
    if (hex === undefined) return char ?? ''
    const code = Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

/** Index of the first of `stops` outside strings and parentheses, or the length of the text. */
export function findOutside(css: string, start: number, stops: string): number {
  let depth = 0
  for (let at = start; at < css.length; at += 1) {
    const char = css.charAt(at)
    if (char === '\\') at += 1
    else if (char === '"' || char === "'") {
      let end = at + 1
      while (end < css.length && css.charAt(end) !== char && css.charAt(end) !== '\n') {
        end += css.charAt(end) === '\\' ? 2 : 1
      }
      at = end
    } else if (depth <= 0 && stops.includes(char)) return at
    else if (char === '(') depth += 1
    else if (char === ')') depth -= 1
    // A brace ends whatever parenthesis was left open.
    else if ((char === '{' || char === '}') && stops.includes(char)) return at
  }
  return css.length
}

/** Reads `name: value; ...`, keeping the declarations that matter here. Anything unreadable is skipped. */
export function parseDeclarations(text: string): Declaration[] {
  const css = text.includes('/*') ? withoutComments(text) : text
  const found: Declaration[] = []
  for (let at = 0; at < css.length;) {
    const end = findOutside(css, at, ';')
    const colon = css.indexOf(':', at)
    if (colon === -1) break
    if (colon < end) {
      const property = unescapeCss(css.slice(at, colon)).trim().toLowerCase()
      if (RELEVANT.test(property)) {
        const raw = unescapeCss(css.slice(colon + 1, end))
          .trim()
          .toLowerCase()
        const bang = raw.lastIndexOf('!')
        const important = bang !== -1 && raw.slice(bang + 1).trim() === 'important'
        found.push({ property, value: important ? raw.slice(0, bang).trim() : raw, important })
      }
    }
    at = end + 1
  }
  return found
}
