import type { DefaultTreeAdapterTypes } from 'parse5'
import { dropInvisible } from '../analysis/index.ts'
import { countInk } from './count-ink.ts'
import { classList, declarationsOf, parseStyleRules, type StyleRules } from './css-rules.ts'
import { BLOCK_TAGS, HTML_NAMESPACE, iconMark, isLeftOut, presentationDeclarations } from './element-rules.ts'
import { attribute } from './parse-html.ts'
import { ROOT_STYLE, hidesSubtree, inheritStyle, type InheritedStyle, type WhiteSpace } from './visibility.ts'

type Element = DefaultTreeAdapterTypes.Element
type ChildNode = DefaultTreeAdapterTypes.ChildNode

/** An element that a reader can see something of. */
export interface VisibleElement {
  readonly tag: string
  readonly source: Element
  readonly block: boolean
  readonly whiteSpace: WhiteSpace
  readonly children: (VisibleElement | string)[]
  /** Visible characters inside, without white space, and how many of them are link text. */
  ink: number
  linkedInk: number
}

/** What a reader cannot see: counted, and its text for those who look for instructions in it. */
export interface Hidden {
  elements: number
  characters: number
  comments: number
  /** Texts of elements, comments and attributes, scripts included; as they came. */
  readonly texts: string[]
  /** Visible texts that held characters which show nothing; as they came. */
  readonly smuggling: string[]
}

interface Frame {
  readonly children: readonly ChildNode[]
  next: number
  readonly target: VisibleElement
  readonly style: InheritedStyle
  readonly inLink: boolean
}

/** Keeps the values of attributes that have words in them: `alt`, `title`, `content`, data of all kinds. */
function addAttributes({ attrs }: Element, hidden: Hidden): void {
  for (const { name, value } of attrs) {
    if (name !== 'style' && name !== 'class' && value.includes(' ')) hidden.texts.push(value)
  }
}

function addComment(node: DefaultTreeAdapterTypes.CommentNode, hidden: Hidden): void {
  hidden.comments += 1
  hidden.texts.push(node.data)
}

/** Keeps and counts a subtree that is left out. */
function addHidden(root: ChildNode, hidden: Hidden): void {
  const stack: [node: ChildNode, isCode: boolean][] = [[root, false]]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, isCode] = top
    if ('value' in node) {
      hidden.texts.push(node.value)
      // The text of scripts and style sheets is code, not words kept from the reader.
      if (!isCode) hidden.characters += countInk(node.value)
    } else if ('data' in node) addComment(node, hidden)
    else if ('attrs' in node && node.tagName !== 'style') {
      addAttributes(node, hidden)
      const { childNodes } = node.tagName === 'template' && 'content' in node ? node.content : node
      for (const child of childNodes) stack.push([child, isCode || node.tagName === 'script'])
    }
  }
  if (root.nodeName === 'input' && 'attrs' in root) hidden.characters += countInk(attribute(root, 'value') ?? '')
}

/** Reads the page's own style sheets. */
function embeddedRules(document: DefaultTreeAdapterTypes.Document): StyleRules {
  const sheets: string[] = []
  const used = new Set<string>()
  const stack: ChildNode[] = document.childNodes.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('tagName' in node)) continue
    if (node.tagName === 'style' && /^\s*(?:(?:only\s+)?screen|all)?\s*$/i.test(attribute(node, 'media') ?? '')) {
      for (const child of node.childNodes) if ('value' in child) sheets.push(child.value)
    }
    const id = attribute(node, 'id')
    if (id !== undefined) used.add(`#${id}`)
    for (const name of classList(node)) used.add(`.${name}`)
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return parseStyleRules(sheets, used)
}

function isBlock(tag: string, display: string | undefined): boolean {
  if (display === undefined) return BLOCK_TAGS.has(tag)
  if (display === 'block' || display === 'flex' || display === 'grid' || display === 'list-item') return true
  if (display === 'inline' || display === 'contents') return false
  return BLOCK_TAGS.has(tag) || display === 'table' || display === 'table-row'
}

function whiteSpaceFor(tag: string, style: InheritedStyle): WhiteSpace {
  if (tag === 'pre' || tag === 'xmp' || tag === 'listing' || tag === 'plaintext') return 'verbatim'
  return style.whiteSpace
}

function addText(target: VisibleElement, raw: string, frame: Frame, hidden: Hidden): void {
  if (frame.style.textHidden) {
    hidden.characters += countInk(raw)
    hidden.texts.push(raw)
    return
  }
  const { text, removed } = dropInvisible(raw)
  hidden.characters += removed
  if (removed > 0) hidden.smuggling.push(raw)
  if (text === '') return
  target.children.push(text)
  const ink = countInk(text)
  target.ink += ink
  if (frame.inLink) target.linkedInk += ink
}

/**
 * Copies what a reader can see of a parsed page into a smaller tree, counting and keeping what stays behind. `lineBreaks`
 * keeps the source's line ends as line breaks (for text without any markup); without `hasStyles` no style sheet is
 * looked for. Iterative: pages may nest without limit.
 */
export function visibleTree(
  document: DefaultTreeAdapterTypes.Document,
  options: { readonly lineBreaks: boolean; readonly hasStyles: boolean },
): { readonly root: VisibleElement; readonly hidden: Hidden } {
  const rules = options.hasStyles ? embeddedRules(document) : parseStyleRules([], new Set())
  const hidden: Hidden = { elements: 0, characters: 0, comments: 0, texts: [], smuggling: [] }
  const style: InheritedStyle = options.lineBreaks ? { ...ROOT_STYLE, whiteSpace: 'lines' } : ROOT_STYLE
  const html = document.childNodes.find((node): node is Element => node.nodeName === 'html')
  const root: VisibleElement = {
    tag: 'html',
    source: html ?? {
      nodeName: 'html',
      tagName: 'html',
      attrs: [],
      childNodes: [],
      parentNode: null,
      namespaceURI: HTML_NAMESPACE,
    },
    block: true,
    whiteSpace: style.whiteSpace,
    children: [],
    ink: 0,
    linkedInk: 0,
  }
  const stack: Frame[] = [{ children: document.childNodes, next: 0, target: root, style, inLink: false }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.children[frame.next]
    frame.next += 1
    if (node === undefined) {
      stack.pop()
      const parent = stack.at(-1)?.target
      if (parent === undefined || parent === frame.target) continue
      parent.ink += frame.target.ink
      parent.linkedInk += frame.target.linkedInk
      continue
    }
    if ('value' in node) addText(frame.target, node.value, frame, hidden)
    else if ('data' in node) addComment(node, hidden)
    else if ('tagName' in node) enter(node, frame)
  }
  return { root, hidden }

  function enter(node: Element, frame: Frame): void {
    const tag = node.tagName
    // Text between the tags of the head never shows; its scripts and style sheets still count.
    if (tag === 'title' || tag === 'meta' || tag === 'link' || tag === 'base') {
      addAttributes(node, hidden)
      for (const child of node.childNodes) if ('value' in child) hidden.texts.push(child.value)
      return
    }
    const css = declarationsOf(rules, node)
    const isPageBox = tag === 'html' || tag === 'body'
    // A whole page hidden by its own style is waiting for a script to show it.
    if (!isPageBox && (isLeftOut(node) || hidesSubtree(css))) {
      hidden.elements += 1
      addHidden(node, hidden)
      return
    }
    addAttributes(node, hidden)
    const given = presentationDeclarations(node, css)
    const isLink = tag === 'a' && attribute(node, 'href') !== undefined
    let inherited = inheritStyle(frame.style, given, isLink)
    if (isPageBox && !inherited.shown) inherited = { ...inherited, shown: true, textHidden: frame.style.textHidden }
    if (inherited.textHidden && !frame.style.textHidden) hidden.elements += 1
    const target: VisibleElement = {
      tag,
      source: node,
      block: isBlock(tag, css.get('display')),
      whiteSpace: whiteSpaceFor(tag, inherited),
      children: [],
      ink: 0,
      linkedInk: 0,
    }
    if (target.whiteSpace !== inherited.whiteSpace) inherited = { ...inherited, whiteSpace: target.whiteSpace }
    frame.target.children.push(target)
    const mark = iconMark(node)
    if (mark !== '' && !inherited.textHidden) {
      target.children.push(mark)
      target.ink += 1
    }
    stack.push({ children: node.childNodes, next: 0, target, style: inherited, inLink: frame.inLink || isLink })
  }
}
