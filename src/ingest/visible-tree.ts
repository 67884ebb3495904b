import type { DefaultTreeAdapterTypes } from 'parse5'
import { countInk, dropInvisible } from './clean-text.ts'
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

/** Counts of what a reader cannot see. */
export interface HiddenCounts {
  elements: number
  characters: number
  comments: number
}

interface Frame {
  readonly children: readonly ChildNode[]
  next: number
  readonly target: VisibleElement
  readonly style: InheritedStyle
  readonly inLink: boolean
}

/** Counts the characters and comments of a subtree that is left out. */
function countHidden(root: ChildNode, counts: HiddenCounts): void {
  // The text of scripts and style sheets is code, not words kept from the reader.
  if (root.nodeName === 'script' || root.nodeName === 'style') return
  const stack: ChildNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) counts.characters += countInk(node.value)
    else if (node.nodeName === '#comment') counts.comments += 1
    else if (node.nodeName === 'template' && 'content' in node)
      for (const child of node.content.childNodes) stack.push(child)
    else if (node.nodeName === 'script' || node.nodeName === 'style') continue
    else if ('childNodes' in node) for (const child of node.childNodes) stack.push(child)
  }
  if (root.nodeName === 'input' && 'attrs' in root) counts.characters += countInk(attribute(root, 'value') ?? '')
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

function addText(target: VisibleElement, raw: string, frame: Frame, counts: HiddenCounts): void {
  if (frame.style.textHidden) {
    counts.characters += countInk(raw)
    return
  }
  const { text, removed } = dropInvisible(raw)
  counts.characters += removed
  if (text === '') return
  target.children.push(text)
  const ink = countInk(text)
  target.ink += ink
  if (frame.inLink) target.linkedInk += ink
}

/**
 * Copies what a reader can see of a parsed page into a smaller tree, counting what stays behind. `lineBreaks` keeps
 * the source's line ends as line breaks (for text without any markup); without `hasStyles` no style sheet is looked
 * for. Iterative: pages may nest without limit.
 */
export function visibleTree(
  document: DefaultTreeAdapterTypes.Document,
  options: { readonly lineBreaks: boolean; readonly hasStyles: boolean },
): { readonly root: VisibleElement; readonly counts: HiddenCounts } {
  const rules = options.hasStyles ? embeddedRules(document) : parseStyleRules([], new Set())
  const counts: HiddenCounts = { elements: 0, characters: 0, comments: 0 }
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
    if ('value' in node) addText(frame.target, node.value, frame, counts)
    else if (node.nodeName === '#comment') counts.comments += 1
    else if ('tagName' in node) enter(node, frame)
  }
  return { root, counts }

  function enter(node: Element, frame: Frame): void {
    const tag = node.tagName
    // Text between the tags of the head never shows; its scripts and style sheets still count.
    if (tag === 'title' || tag === 'meta' || tag === 'link' || tag === 'base') return
    const css = declarationsOf(rules, node)
    const isPageBox = tag === 'html' || tag === 'body'
    // A whole page hidden by its own style is waiting for a script to show it.
    if (!isPageBox && (isLeftOut(node) || hidesSubtree(css))) {
      counts.elements += 1
      countHidden(node, counts)
      return
    }
    const given = presentationDeclarations(node, css)
    const isLink = tag === 'a' && attribute(node, 'href') !== undefined
    let inherited = inheritStyle(frame.style, given, isLink)
    if (isPageBox && !inherited.shown) inherited = { ...inherited, shown: true, textHidden: frame.style.textHidden }
    if (inherited.textHidden && !frame.style.textHidden) counts.elements += 1
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
