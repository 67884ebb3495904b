import { namedRoles, type NamedRole } from './boilerplate-names.ts'
import { attribute } from './parse-html.ts'
import type { VisibleElement } from './visible-tree.ts'

/** Which part of a page is its own text. */
export interface PageScope {
  /** Only this subtree counts. */
  readonly root: VisibleElement
  /** Subtrees of it that do not. */
  readonly skipped: ReadonlySet<VisibleElement>
  /** Visible characters outside, without white space. */
  readonly leftOut: number
}

/** What is known of an element once all of its children were seen. */
interface Frame {
  readonly node: VisibleElement
  next: number
  /** Inside main or article, where header, footer and aside belong to the text. */
  readonly inText: boolean
  /** The text just before ended with a colon: a list here was announced. */
  readonly introduced: boolean
  sentences: number
  links: number
  pageLinks: number
  items: number
  hasHeading: boolean
  hasTitle: boolean
  holdsText: boolean
  /** Has paragraphs or headings among its children; looked up when first asked. */
  hasProse: boolean | undefined
  /** Characters left when landmarks are removed, and when guesses are removed as well. */
  withoutLandmarks: number
  withoutGuesses: number
}

/** With fewer characters than this left, the page was taken for boilerplate and is kept instead. */
const ALMOST_NOTHING = 40
const SENTENCE_END = /[\p{L}\p{N})\]"'”’][.!?…](?:["'”’)\]]|\s|$)|[。！？؟۔।]/u
const LANDMARK_ROLES: ReadonlySet<string> = new Set(['navigation', 'search', 'menubar'])
const PART_ROLES: Readonly<Record<string, string>> = { banner: 'header', contentinfo: 'footer', complementary: 'aside' }
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function roleOf(node: VisibleElement): string {
  return (attribute(node.source, 'role') ?? '').trim().toLowerCase()
}

function isMain(node: VisibleElement): boolean {
  return node.tag === 'main' || roleOf(node) === 'main'
}

/** `header`, `footer` or `aside` that is not part of the text. */
function isPagePart(frame: Frame, part: string, roles: ReadonlySet<NamedRole>): boolean {
  const { node } = frame
  const linked = node.linkedInk / node.ink
  if (frame.inText) {
    return frame.sentences === 0 && (linked > 0.6 || (part === 'footer' && !frame.hasHeading))
  }
  if (part === 'header') return !(frame.hasTitle && frame.sentences > 0 && linked < 0.5)
  return part === 'footer' || !roles.has('callout')
}

function isLandmark(frame: Frame, roles: ReadonlySet<NamedRole>): boolean {
  const { node } = frame
  if (frame.holdsText) return false
  const role = roleOf(node)
  if (node.tag === 'nav' || node.tag === 'search' || LANDMARK_ROLES.has(role)) return true
  const part = Object.hasOwn(PART_ROLES, role) ? (PART_ROLES[role] ?? node.tag) : node.tag
  return (part === 'header' || part === 'footer' || part === 'aside') && isPagePart(frame, part, roles)
}

function hasProse(frame: Frame): boolean {
  frame.hasProse ??= frame.node.children.some((child) => typeof child !== 'string' && /^(?:p|h[1-6])$/.test(child.tag))
  return frame.hasProse
}

/** A list of links and nothing else: of the page's own sections, or a long one that no text announces. */
function isLinkList(frame: Frame, parent: Frame | undefined, page: VisibleElement): boolean {
  const { node } = frame
  if ((node.tag !== 'ul' && node.tag !== 'ol') || frame.sentences > 0 || node.linkedInk < 0.9 * node.ink) return false
  if (frame.links >= 3 && frame.pageLinks === frame.links) return true
  if (frame.inText || frame.introduced || frame.items < 6) return false
  // Beside paragraphs and headings it is part of what they say.
  if (parent !== undefined && hasProse(parent)) return false
  return node.ink < 60 * frame.items && node.ink < 0.3 * page.ink
}

function isGuess(
  frame: Frame,
  parent: Frame | undefined,
  roles: ReadonlySet<NamedRole>,
  page: VisibleElement,
): boolean {
  const { node } = frame
  if (frame.holdsText || node.ink > 0.5 * page.ink) return false
  if (roles.has('consent') && node.ink < 4_000) return true
  if (!frame.hasTitle) {
    if (roles.has('furniture') && node.ink < 400) return true
    if (roles.has('links') && node.linkedInk >= 0.5 * node.ink) return true
    if (!frame.inText && roles.has('page_footer') && node.ink < 1_000) return true
    if (!frame.inText && roles.has('page_header') && node.ink < 600 && frame.sentences === 0) return true
  }
  return isLinkList(frame, parent, page)
}

function openFrame(node: VisibleElement, parent: Frame | undefined, introduced: boolean): Frame {
  const isText = node.tag === 'article' || isMain(node)
  return {
    node,
    next: 0,
    inText: isText || parent?.inText === true,
    introduced,
    sentences: 0,
    links: node.tag === 'a' && node.linkedInk > 0 ? 1 : 0,
    pageLinks: node.tag === 'a' && /^#./.test(attribute(node.source, 'href') ?? '') ? 1 : 0,
    items: node.tag === 'li' ? 1 : 0,
    hasHeading: HEADINGS.has(node.tag),
    hasTitle: node.tag === 'h1',
    holdsText: isText,
    hasProse: undefined,
    withoutLandmarks: 0,
    withoutGuesses: 0,
  }
}

function addToParent(parent: Frame, child: Frame): void {
  parent.sentences += child.sentences
  parent.links += child.links
  parent.pageLinks += child.pageLinks
  parent.items += child.items
  parent.hasHeading ||= child.hasHeading
  parent.hasTitle ||= child.hasTitle
  parent.holdsText ||= child.holdsText
}

/**
 * Decides what of a page is its own text. Landmarks (nav, page-level header, footer and aside) and guesses (names
 * such as `breadcrumbs`, lists of links) are left out, and a main element or single article that holds most of what
 * remains stands for the page. When (almost) nothing would be left, the guesses are kept, and then the landmarks too:
 * a page with visible text never comes out empty.
 */
export function findPageScope(page: VisibleElement): PageScope {
  const landmarks = new Set<VisibleElement>()
  const skipped = new Set<VisibleElement>()
  const mains: Frame[] = []
  const articles: Frame[] = []
  let lastInk = ''
  const top = openFrame(page, undefined, false)
  const stack = [top]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.node.children[frame.next]
    frame.next += 1
    if (typeof child === 'string') {
      const text = child.trimEnd()
      if (text === '') continue
      lastInk = text.charAt(text.length - 1)
      if (SENTENCE_END.test(text)) frame.sentences += 1
    } else if (child !== undefined) {
      if (child.ink > 0) stack.push(openFrame(child, frame, lastInk === ':' || lastInk === '：'))
    } else {
      stack.pop()
      closeFrame(frame, stack.at(-1))
    }
  }
  return chooseScope()

  function closeFrame(frame: Frame, parent: Frame | undefined): void {
    const { node } = frame
    const own = node.children.reduce((sum, child) => sum - (typeof child === 'string' ? 0 : child.ink), node.ink)
    frame.withoutLandmarks += own
    frame.withoutGuesses += own
    const roles = namedRoles(node)
    if (isLandmark(frame, roles)) {
      landmarks.add(node)
      skipped.add(node)
      frame.withoutLandmarks = 0
      frame.withoutGuesses = 0
    } else if (isGuess(frame, parent, roles, page)) {
      skipped.add(node)
      frame.withoutGuesses = 0
    } else if (isMain(node)) mains.push(frame)
    else if (node.tag === 'article') articles.push(frame)
    if (parent === undefined) return
    addToParent(parent, frame)
    parent.withoutLandmarks += frame.withoutLandmarks
    parent.withoutGuesses += frame.withoutGuesses
  }

  function chooseScope(): PageScope {
    const [best] = mains.toSorted((a, b) => b.withoutGuesses - a.withoutGuesses)
    const chosen = best ?? (articles.length === 1 ? articles[0] : undefined)
    const scope = chosen !== undefined && chosen.withoutGuesses > 0.5 * top.withoutGuesses ? chosen : top
    const enough = (left: number): boolean => left >= ALMOST_NOTHING || 2 * left >= page.ink
    if (enough(scope.withoutGuesses)) return { root: scope.node, skipped, leftOut: page.ink - scope.withoutGuesses }
    if (enough(top.withoutLandmarks)) {
      return { root: page, skipped: landmarks, leftOut: page.ink - top.withoutLandmarks }
    }
    return { root: page, skipped: new Set(), leftOut: 0 }
  }
}
