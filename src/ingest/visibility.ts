import type { Declarations } from './css-rules.ts'
import { BLACK, WHITE, blend, isUnreadable, parseColour, parsePixels, type Colour } from './css-values.ts'

/** How line breaks in the source read: folded into spaces, kept, or kept with all other white space (as in `pre`). */
export type WhiteSpace = 'collapse' | 'lines' | 'verbatim'

/** What an element hands down to its children. An undefined colour is one that cannot be known. */
export interface InheritedStyle {
  readonly colour: Colour | undefined
  readonly background: Colour | undefined
  /** Pixels. */
  readonly fontSize: number
  readonly shown: boolean
  readonly indentedAway: boolean
  readonly whiteSpace: WhiteSpace
  /** True when the element's own text cannot be read; a child may undo this. */
  readonly textHidden: boolean
}

export const ROOT_STYLE: InheritedStyle = {
  colour: BLACK,
  background: WHITE,
  fontSize: 16,
  shown: true,
  indentedAway: false,
  whiteSpace: 'collapse',
  textHidden: false,
}

const LINK_COLOUR: Colour = { red: 0, green: 0, blue: 238, alpha: 1 }
/** Beyond this many pixels off the page nothing shows; the usual trick is -9999px, the usual nudge below 500. */
const FAR = 1_000
const SMALLEST_FONT = 2
const FAINTEST = 0.05

/** All lengths in a value, in pixels; percentages as their bare number, as they may be of anything. */
function numbers(text: string): number[] {
  return (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)?/g) ?? []).flatMap((part) => {
    const pixels = part.endsWith('%') ? Number.parseFloat(part) : parsePixels(part)
    return pixels === undefined ? [] : [pixels]
  })
}

function pixelsOf(css: Declarations, property: string): number | undefined {
  const value = css.get(property)
  return value === undefined ? undefined : parsePixels(value)
}

function isClippedAway(css: Declarations): boolean {
  const rect = /^rect\((.*)\)$/.exec(css.get('clip') ?? '')
  if (rect !== null) {
    const [top, right, bottom, left] = numbers(rect[1] ?? '')
    // `auto` edges are not numbers: with fewer than four the rectangle is not known to be empty.
    if (top !== undefined && right !== undefined && bottom !== undefined && left !== undefined) {
      if (right - left <= 1 || bottom - top <= 1) return true
    }
  }
  const path = /^(inset|circle|ellipse|polygon)\((.*)\)$/.exec(css.get('clip-path') ?? '')
  if (path === null) return false
  const body = path[2] ?? ''
  const values = numbers(body.replace(/\bround\b.*$/, ''))
  const [first = 0, second = first, third = first, fourth = second] = values
  if (path[1] === 'inset') {
    return /%/.test(body) ? first + third >= 100 || second + fourth >= 100 : first >= FAR || second >= FAR
  }
  if (path[1] === 'polygon') return values.length > 0 && values.every((value) => value === values[0])
  return values.length > 0 && first === 0
}

function isOffScreen(css: Declarations): boolean {
  const position = css.get('position') ?? 'static'
  if (position !== 'static' && position !== 'sticky') {
    for (const side of ['left', 'top', 'right', 'bottom', 'inset']) {
      const at = numbers(css.get(side) ?? '')[0] ?? 0
      // Far down or far from the other edges can still be scrolled to; nobody scrolls that far to the right.
      if (at <= -FAR || (side === 'left' && at >= 5 * FAR)) return true
    }
  }
  for (const name of ['margin', 'margin-left', 'margin-top']) {
    if (numbers(css.get(name) ?? '').some((margin) => margin <= -FAR)) return true
  }
  const moves = `${css.get('transform') ?? ''} ${css.has('translate') ? `translate(${css.get('translate') ?? ''})` : ''}`
  for (const move of moves.matchAll(/translate(?:x|y|3d)?\(([^()]*)\)/g)) {
    if (numbers(move[1] ?? '').some((distance) => Math.abs(distance) >= FAR)) return true
  }
  return false
}

function isShrunkAway(css: Declarations): boolean {
  const scales = `${css.get('transform') ?? ''} ${css.has('scale') ? `scale(${css.get('scale') ?? ''})` : ''}`
  for (const scale of scales.matchAll(/scale(?:x|y|3d)?\(([^()]*)\)/g)) {
    if (numbers(scale[1] ?? '').some((factor) => Math.abs(factor) <= FAINTEST)) return true
  }
  if (css.get('zoom') === '0') return true
  const clips = ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/.test(css.get(name) ?? ''))
  if (!clips) return false
  const sizes = ['width', 'height', 'max-width', 'max-height']
  if (sizes.some((name) => (pixelsOf(css, name) ?? FAR) <= 1)) return true
  // `text-indent: 100%` with nothing allowed to wrap pushes the text out of its own box.
  return (pixelsOf(css, 'text-indent') ?? 0) >= FAR && /nowrap/.test(css.get('white-space') ?? '')
}

/** True when an element with these declarations shows nothing at all, whatever its children say. */
export function hidesSubtree(css: Declarations): boolean {
  if (css.size === 0) return false
  if (css.get('display') === 'none' || css.get('content-visibility') === 'hidden') return true
  const opacity = css.get('opacity')
  if (opacity !== undefined && Number.parseFloat(opacity) / (opacity.endsWith('%') ? 100 : 1) <= FAINTEST) return true
  if (/opacity\(0*(?:\.0*)?%?\)/.test(css.get('filter') ?? '')) return true
  return isClippedAway(css) || isOffScreen(css) || isShrunkAway(css)
}

function fontSizeOf(css: Declarations, parent: number): number {
  let size = parent
  for (const [property, value] of css) {
    if (property === 'font-size') size = parsePixels(value, parent) ?? (/^[a-z-]+$/.test(value) ? 16 : size)
    if (property !== 'font') continue
    // The weight of `bold 700 12px serif` is a number without a unit; only 0 is a size without one.
    for (const part of value.split(/[\s/]+/)) {
      if (part !== '0' && !/^[\d.]+(?:[a-z]+|%)$/.test(part)) continue
      size = parsePixels(part, parent) ?? size
      break
    }
  }
  return size
}

function backgroundOf(css: Declarations, parent: Colour | undefined): Colour | undefined {
  let background = parent
  for (const [property, value] of css) {
    if (property !== 'background' && property !== 'background-color') continue
    if (/url\(|gradient\(|var\(/.test(value)) {
      background = undefined
      continue
    }
    const names = value.match(/(?:rgb|hsl)a?\([^()]*\)|[^\s]+/g) ?? []
    const colours = names.flatMap((name) => parseColour(name) ?? [])
    const [colour] = colours
    // `none`, `inherit` and the like paint nothing of their own.
    if (colour === undefined) continue
    if (colour.alpha >= 1) background = colour
    else background = parent === undefined ? undefined : blend(colour, parent)
  }
  return background
}

function colourOf(css: Declarations, isLink: boolean, parent: Colour | undefined): Colour | undefined {
  let colour = isLink ? LINK_COLOUR : parent
  for (const property of ['color', '-webkit-text-fill-color']) {
    const value = css.get(property)
    if (value === undefined) continue
    if (value === 'inherit' || value === 'currentcolor' || value === 'unset') colour = parent
    else colour = parseColour(value)
  }
  const clip = css.get('background-clip') ?? css.get('-webkit-background-clip')
  // Transparent letters over a background cut to their shape are how gradient headings are made.
  return clip === 'text' ? undefined : colour
}

function whiteSpaceOf(value: string | undefined, parent: WhiteSpace): WhiteSpace {
  if (value === undefined) return parent
  if (value === 'pre' || value === 'pre-wrap' || value === 'break-spaces' || value === 'pre-line') return 'lines'
  return value === 'normal' || value === 'nowrap' ? 'collapse' : parent
}

/** The style an element hands down, from its own declarations and what it was given itself. */
export function inheritStyle(parent: InheritedStyle, css: Declarations, isLink: boolean): InheritedStyle {
  if (css.size === 0 && !isLink) return parent
  const visibility = css.get('visibility')
  const shown = visibility === undefined || visibility === 'inherit' ? parent.shown : visibility === 'visible'
  const indent = pixelsOf(css, 'text-indent')
  const indentedAway = indent === undefined ? parent.indentedAway : indent <= -FAR / 2
  const fontSize = fontSizeOf(css, parent.fontSize)
  const background = backgroundOf(css, parent.background)
  const colour = colourOf(css, isLink, parent.colour)
  const vanishes =
    colour !== undefined && (colour.alpha <= FAINTEST || (background !== undefined && isUnreadable(colour, background)))
  return {
    colour,
    background,
    fontSize,
    shown,
    indentedAway,
    whiteSpace: whiteSpaceOf(css.get('white-space'), parent.whiteSpace),
    textHidden: !shown || indentedAway || fontSize < SMALLEST_FONT || vanishes,
  }
}
