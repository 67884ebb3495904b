import { posix } from 'node:path'
import { marked } from 'marked'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

/** What a file of a folder says about its page. */
export interface FilePage {
  readonly title: string
  readonly html: string
}

/** The API's longest title. */
const LONGEST_TITLE = 255

const MARKDOWN = /\.(md|markdown)$/i
const HTML = /\.html?$/i

/** Whether a file of this name holds a page. */
export function isPageFile(path: string): boolean {
  return MARKDOWN.test(path) || HTML.test(path)
}

/** Makes a page of a Markdown or HTML file; its title is the file's own, and else its name. */
export function pageFromFile(path: string, text: string): FilePage {
  if (HTML.test(path)) return { title: titleOf(path, text), html: text }
  const { attributes, body } = splitFrontMatter(text)
  const html = marked.parse(body, { async: false, gfm: true })
  return { title: attributes['title'] ?? titleOf(path, html), html }
}

/**
 * The page's public address: the base and the path, without Markdown's extension, a folder's index page at the folder.
 */
export function urlOf(path: string, urlBase: string): string {
  const address = path.replace(MARKDOWN, '').replace(/(^|\/)(index|readme)(\.html?)?$/i, '')
  const base = urlBase.replace(/\/+$/, '')
  return address === '' ? base : `${base}/${address.split('/').map(encodeURIComponent).join('/')}`
}

/**
 * The `key: value` lines between two lines of dashes at the top of a Markdown file. No more of YAML is understood,
 * because no more is used.
 */
export function splitFrontMatter(text: string): { attributes: Record<string, string>; body: string } {
  const match = /^\uFEFF?---[ \t]*\r?\n(?:(.*?)\r?\n)?---[ \t]*(?:\r?\n|$)/s.exec(text)
  if (match === null) return { attributes: {}, body: text.replace(/^\uFEFF/, '') }
  const attributes: Record<string, string> = {}
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const [, key, value] = /^([\w-]+):[ \t]+(.+?)[ \t]*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) attributes[key] = unquote(value).slice(0, LONGEST_TITLE)
  }
  return { attributes, body: text.slice(match[0].length) }
}

function unquote(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  if (/^".*"$/.test(value)) return value.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
  return value
}

function titleOf(path: string, html: string): string {
  const document = parse(html)
  const title = findText(document, (tag) => tag === 'title') || findText(document, (tag) => /^h[1-6]$/.test(tag))
  if (title !== '') return title.slice(0, LONGEST_TITLE)
  const name = posix.basename(path, posix.extname(path)).replaceAll(/[-_]+/g, ' ').trim()
  return name.charAt(0).toUpperCase() + name.slice(1)
}

type Node = DefaultTreeAdapterTypes.Node

/** Text of the first such element in document order that has any. */
function findText(root: Node, isWanted: (tag: string) => boolean): string {
  // Iterative, because files may nest as deep as they like.
  const pending: Node[] = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isWanted(node.nodeName)) {
      const text = textOf(node)
      if (text !== '') return text
    } else if ('childNodes' in node) pending.push(...node.childNodes.toReversed())
  }
  return ''
}

function textOf(root: Node): string {
  let text = ''
  const pending: Node[] = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('value' in node && node.nodeName === '#text') text += node.value
    else if ('childNodes' in node) pending.push(...node.childNodes.toReversed())
  }
  return text.replaceAll(/\s+/g, ' ').trim()
}
