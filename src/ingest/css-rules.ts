import type { DefaultTreeAdapterTypes } from 'parse5'
import { findOutside, parseDeclarations, unescapeCss, withoutComments, type Declaration } from './css-text.ts'
import { attribute } from './parse-html.ts'

/** Property to value, lower case, with the values that win the cascade. */
export type Declarations = ReadonlyMap<string, string>

interface Compound {
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
}

interface Rule {
  readonly target: Compound
  /** Compounds that some ancestors have to match, outermost first. */
  readonly ancestors: readonly Compound[]
  readonly specificity: number
  readonly order: number
  readonly declarations: readonly Declaration[]
}

/** What is known of all elements with the same tag, classes and id. */
interface Candidates {
  /** All matching rules, when ancestors decide about some of them. */
  readonly contextual: readonly Rule[]
  /** The result of the cascade without those that ask for ancestors. */
  readonly winners: ReadonlyMap<string, Declaration>
}

/** Rules by the id, class or tag that their target must have. */
export interface StyleRules {
  readonly byKey: ReadonlyMap<string, readonly Rule[]>
  /** A page repeats the same few combinations of tag, class and id. */
  readonly memo: Map<string, Candidates>
  /** Ancestors that may still be looked at for this page; descendant rules no longer match afterwards. */
  readonly budget: { ancestors: number }
}

/** More distinct relevant rules than any real page has; later ones are ignored so that matching stays linear. */
const MAX_RULES = 5_000
const ANCESTOR_BUDGET = 3_000_000
const COMPOUND = /^([a-z][a-z0-9-]*|\*)?((?:[.#](?:[\w-]|[^\0-\x7f]|\\.)+)*)$/i

function parseCompound(text: string): Compound | undefined {
  const match = COMPOUND.exec(text)
  if (match === null || text === '') return undefined
  const classes: string[] = []
  let id = ''
  for (const part of (match[2] ?? '').match(/[.#](?:\\.|[^.#\\])+/g) ?? []) {
    if (part.startsWith('#')) id = unescapeCss(part.slice(1))
    else classes.push(unescapeCss(part.slice(1)))
  }
  const tag = match[1] === undefined || match[1] === '*' ? '' : match[1].toLowerCase()
  return { tag, id, classes }
}

function parseSelector(text: string, declarations: readonly Declaration[], order: number): Rule | undefined {
  // Longer selectors exist only to be slow to read.
  if (text.length > 300) return undefined
  const parts = text.split(/\s+/).map(parseCompound)
  let specificity = 0
  const compounds: Compound[] = []
  for (const part of parts) {
    if (part === undefined) return undefined
    specificity += (part.id === '' ? 0 : 10_000) + part.classes.length * 100 + (part.tag === '' ? 0 : 1)
    compounds.push(part)
  }
  const target = compounds.pop()
  return target === undefined ? undefined : { target, ancestors: compounds, specificity, order, declarations }
}

function isGroupForScreens(prelude: string): boolean {
  return /^@(?:layer\b|media\s+(?:only\s+)?(?:screen|all)\s*$)/i.test(prelude)
}

function skipBlock(css: string, start: number): number {
  let depth = 1
  let at = start
  while (depth > 0 && at < css.length) {
    at = findOutside(css, at, '{}')
    depth += css.charAt(at) === '{' ? 1 : -1
    at += 1
  }
  return at
}

/**
 * Reads style sheets: rules with tag, class, id and descendant selectors. Pseudo classes, attribute selectors, other
 * combinators and conditional groups other than `@media screen` are ignored: when in doubt, the text is visible.
 * `used` holds the classes (`.name`) and ids (`#name`) of the page; rules about others are dropped.
 */
export function parseStyleRules(sheets: readonly string[], used: ReadonlySet<string>): StyleRules {
  const rules: Rule[] = []
  for (const sheet of sheets) {
    const css = withoutComments(sheet)
    for (let at = 0; at < css.length && rules.length < MAX_RULES;) {
      const stop = findOutside(css, at, '{};')
      const prelude = css.slice(at, stop).trim()
      at = stop + 1
      if (css.charAt(stop) !== '{' || isGroupForScreens(prelude)) continue
      const end = skipBlock(css, at)
      const declarations = prelude.startsWith('@') ? [] : parseDeclarations(css.slice(at, end - 1))
      at = end
      if (declarations.length === 0) continue
      for (const selector of prelude.split(',')) {
        const rule = parseSelector(selector.trim(), declarations, rules.length)
        if (rule !== undefined && [rule.target, ...rule.ancestors].every((part) => isUsed(part, used))) rules.push(rule)
      }
    }
  }
  return { byKey: indexRules(rules), memo: new Map(), budget: { ancestors: ANCESTOR_BUDGET } }
}

/** Style sheets shared by a site name mostly things that one page does not have. */
function isUsed(part: Compound, used: ReadonlySet<string>): boolean {
  return (part.id === '' || used.has(`#${part.id}`)) && part.classes.every((name) => used.has(`.${name}`))
}

/** Files each rule under its id, its rarest class or its tag, so that an element meets few that do not match. */
function indexRules(rules: readonly Rule[]): Map<string, Rule[]> {
  const frequency = new Map<string, number>()
  for (const name of rules.flatMap((rule) => rule.target.classes)) frequency.set(name, (frequency.get(name) ?? 0) + 1)
  const byKey = new Map<string, Rule[]>()
  for (const rule of rules) {
    const { id, classes, tag } = rule.target
    const [rarest] = classes.toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))
    const key = id === '' ? (rarest === undefined ? tag : `.${rarest}`) : `#${id}`
    const filed = byKey.get(key)
    if (filed === undefined) byKey.set(key, [rule])
    else filed.push(rule)
  }
  return byKey
}

/** The classes of an element. */
export function classList(element: DefaultTreeAdapterTypes.Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')
}

function fits(compound: Compound, tag: string, id: string, classes: readonly string[]): boolean {
  if (compound.tag !== '' && compound.tag !== tag) return false
  if (compound.id !== '' && compound.id !== id) return false
  return compound.classes.every((name) => classes.includes(name))
}

function ancestorsFit(rules: StyleRules, rule: Rule, element: DefaultTreeAdapterTypes.Element): boolean {
  let wanted = rule.ancestors.length - 1
  let node = element.parentNode
  for (; wanted >= 0 && rules.budget.ancestors > 0; rules.budget.ancestors -= 1) {
    if (node === null || !('tagName' in node)) return false
    const compound = rule.ancestors[wanted]
    if (compound !== undefined && fits(compound, node.tagName, attribute(node, 'id') ?? '', classList(node)))
      wanted -= 1
    node = node.parentNode
  }
  return wanted < 0
}

function overlay(winners: Map<string, Declaration>, declarations: readonly Declaration[]): void {
  for (const declaration of declarations) {
    if (winners.get(declaration.property)?.important === true && !declaration.important) continue
    // Deleting first keeps the order of the last writers, which shorthands need.
    winners.delete(declaration.property)
    winners.set(declaration.property, declaration)
  }
}

function candidates(rules: StyleRules, element: DefaultTreeAdapterTypes.Element): Candidates {
  const own = attribute(element, 'id') ?? ''
  const id = rules.byKey.has(`#${own}`) ? own : ''
  const classes = classList(element)
  const key = `${element.tagName}\n${classes.join(' ')}\n${id}`
  const known = rules.memo.get(key)
  if (known !== undefined) return known
  const keys = ['', element.tagName, `#${id}`, ...classes.map((name) => `.${name}`)]
  const matched = [...new Set(keys)]
    .flatMap((name) => rules.byKey.get(name) ?? [])
    .filter((rule) => fits(rule.target, element.tagName, id, classes))
    .toSorted((a, b) => a.specificity - b.specificity || a.order - b.order)
  const winners = new Map<string, Declaration>()
  for (const rule of matched) if (rule.ancestors.length === 0) overlay(winners, rule.declarations)
  const found = { contextual: matched.some((rule) => rule.ancestors.length > 0) ? matched : [], winners }
  rules.memo.set(key, found)
  return found
}

const NONE: Declarations = new Map()

/** The relevant declarations in force on an element: style sheets, then the style attribute, then `!important`. */
export function declarationsOf(rules: StyleRules, element: DefaultTreeAdapterTypes.Element): Declarations {
  const style = attribute(element, 'style')
  const found = rules.byKey.size === 0 ? undefined : candidates(rules, element)
  if (style === undefined && (found === undefined || (found.contextual.length === 0 && found.winners.size === 0))) {
    return NONE
  }
  const asksAncestors = found !== undefined && found.contextual.length > 0 && rules.budget.ancestors > 0
  const winners = new Map(asksAncestors ? undefined : found?.winners)
  if (asksAncestors) {
    for (const rule of found.contextual) {
      if (rule.ancestors.length === 0 || ancestorsFit(rules, rule, element)) overlay(winners, rule.declarations)
    }
  }
  if (style !== undefined) overlay(winners, parseDeclarations(style))
  return new Map([...winners].map(([property, declaration]) => [property, declaration.value]))
}
