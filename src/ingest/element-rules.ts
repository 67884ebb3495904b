import { html, type DefaultTreeAdapterTypes } from 'parse5'
import type { Declarations } from './css-rules.ts'
import { attribute } from './parse-html.ts'

type Element = DefaultTreeAdapterTypes.Element

/** Elements that start and end a line of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p ' +
    'plaintext pre search section summary table caption colgroup thead tbody tfoot tr td th ul xmp'
  ).split(' '),
)

/**
 * Never read: code, other documents and media (what stands between their tags is for browsers without them), drawings
 * (labels torn out of a picture read as noise), and the values of form controls. `noscript` too: readers run scripts,
 * so what it holds does not show.
 */
const UNREAD_TAGS: ReadonlySet<string> = new Set(
  (
    'script style template noscript noembed noframes iframe frame object embed applet audio video canvas svg map ' +
    'input textarea select datalist progress meter'
  ).split(' '),
)

/** Class names that, by wide convention, mean "for screen readers only". */
const SCREEN_READER_ONLY =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|screenreader-only|a11y-hidden|hidden-visually)(?:\s|$)/i
const ICON_CLASS = /(?:^|[\s_-])(?:icons?|glyphicon|fa|fas|far|fab|mdi|material-icons|material-symbols)(?:$|[\s_-])/i
const POPUP_CLASS = /(?:^|\s)(?:modal|popup|offcanvas|lightbox|dropdown-menu)(?:\s|$)/i
const COPY_BUTTON = /(?:^|[\s_-])(?:copy|clipboard|copybtn|btn-copy|clipboard-copy)(?:$|[\s_-])/i

/** Text of a subtree, at most about `limit` characters of it. */
function shortText(root: Element, limit: number): string {
  const stack: DefaultTreeAdapterTypes.ChildNode[] = [root]
  let text = ''
  for (let node = stack.pop(), steps = 0; node !== undefined && text.length < limit && steps < limit; steps += 1) {
    if ('value' in node) text += node.value.slice(0, limit)
    else if ('childNodes' in node) {
      for (let index = Math.min(node.childNodes.length, limit) - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index]
        if (child !== undefined) stack.push(child)
      }
    }
    node = stack.pop()
  }
  return text
}

function isDecoration(node: Element, names: string): boolean {
  // What is hidden from assistive technology is still seen; only pictures written as text are left out.
  if (ICON_CLASS.test(names) && !/\s/.test(shortText(node, 40).trim())) return true
  if (attribute(node, 'role') === 'dialog' || POPUP_CLASS.test(names)) return true
  return !/[\p{L}\p{N}]/u.test(shortText(node, 100))
}

const CHECK_ICON = /(?:^|[\s-])(?:check|check-?circle|check-?mark|tick|yes)(?:\s|$)/i
const CROSS_ICON = /(?:^|[\s-])(?:times|times-?circle|x-?mark|cross|no)(?:\s|$)/i

/** The mark that an empty icon draws in a table cell, where it is the cell's whole content: `✓`, `✗` or ''. */
export function iconMark(node: Element): string {
  const names = attribute(node, 'class') ?? ''
  if (node.childNodes.length > 0 || !ICON_CLASS.test(names)) return ''
  if (node.parentNode === null || !/^t[dh]$/.test(node.parentNode.nodeName)) return ''
  if (CHECK_ICON.test(names)) return '✓'
  return CROSS_ICON.test(names) ? '✗' : ''
}

/** True for an element that no reader sees, judged by its name and attributes (styles are judged elsewhere). */
export function isLeftOut(node: Element): boolean {
  const tag = node.tagName
  if (UNREAD_TAGS.has(tag)) return true
  if (node.attrs.length === 0) return tag === 'dialog'
  if (attribute(node, 'hidden') !== undefined) return true
  if (tag === 'dialog' && attribute(node, 'open') === undefined) return true
  const names = attribute(node, 'class') ?? ''
  if (names !== '' && SCREEN_READER_ONLY.test(names)) return true
  if (attribute(node, 'aria-hidden') === 'true' && iconMark(node) === '' && isDecoration(node, names)) return true
  // Permalink marks beside headings.
  if (tag === 'a' && attribute(node, 'href')?.startsWith('#') === true) {
    const text = shortText(node, 8).trim()
    if (text !== '' && !/[\p{L}\p{N}]/u.test(text)) return true
  }
  return tag === 'button' && COPY_BUTTON.test(names)
}

const ATTRIBUTE_STYLES: readonly (readonly [tags: string, name: string, property: string])[] = [
  ['font', 'color', 'color'],
  // Formatting tags are read as spans in pages that would otherwise grow without limit.
  ['span', 'color', 'color'],
  ['body', 'text', 'color'],
  ['body table thead tbody tfoot tr td th', 'bgcolor', 'background-color'],
]

/** Adds what old attributes (`color`, `bgcolor`, `text`, `background`) say to an element's declarations. */
export function presentationDeclarations(node: Element, css: Declarations): Declarations {
  let extended: Map<string, string> | undefined
  for (const attr of node.attrs) {
    if (attr.name !== 'color' && attr.name !== 'bgcolor' && attr.name !== 'text' && attr.name !== 'background') continue
    for (const [tags, name, property] of ATTRIBUTE_STYLES) {
      if (name !== attr.name || !tags.split(' ').includes(node.tagName) || css.has(property)) continue
      // `ffffff` without its sign is read as a colour, as browsers do.
      const value = attr.value.trim().toLowerCase()
      extended ??= new Map(css)
      extended.set(property, /^[0-9a-f]{6}$/.test(value) ? `#${value}` : value)
    }
    if (attr.name === 'background') extended = new Map(extended ?? css).set('background', 'url()')
  }
  return extended ?? css
}

/** The namespace of elements made here. */
export const HTML_NAMESPACE = html.NS.HTML
