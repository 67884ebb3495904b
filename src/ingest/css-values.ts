/** A colour as the reader sees it: 0-255 a channel, alpha 0-1. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 }
export const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 }

/** Text and background nearer than this (WCAG contrast, 1 to 21) cannot be told apart: #eee on white is 1.16. */
const UNREADABLE_CONTRAST = 1.2

/** The named colours met in practice, and all of those that vanish on white. */
const NAMED: Readonly<Record<string, string>> = {
  aliceblue: 'f0f8ff',
  aqua: '00ffff',
  azure: 'f0ffff',
  beige: 'f5f5dc',
  black: '000000',
  blue: '0000ff',
  brown: 'a52a2a',
  cornsilk: 'fff8dc',
  cyan: '00ffff',
  darkblue: '00008b',
  darkgray: 'a9a9a9',
  darkgreen: '006400',
  darkgrey: 'a9a9a9',
  darkred: '8b0000',
  floralwhite: 'fffaf0',
  fuchsia: 'ff00ff',
  gainsboro: 'dcdcdc',
  ghostwhite: 'f8f8ff',
  gold: 'ffd700',
  gray: '808080',
  green: '008000',
  grey: '808080',
  honeydew: 'f0fff0',
  indigo: '4b0082',
  ivory: 'fffff0',
  lavender: 'e6e6fa',
  lavenderblush: 'fff0f5',
  lightcyan: 'e0ffff',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  lightyellow: 'ffffe0',
  lime: '00ff00',
  linen: 'faf0e6',
  magenta: 'ff00ff',
  maroon: '800000',
  mintcream: 'f5fffa',
  navy: '000080',
  oldlace: 'fdf5e6',
  olive: '808000',
  orange: 'ffa500',
  pink: 'ffc0cb',
  purple: '800080',
  red: 'ff0000',
  seashell: 'fff5ee',
  silver: 'c0c0c0',
  snow: 'fffafa',
  teal: '008080',
  tomato: 'ff6347',
  white: 'ffffff',
  whitesmoke: 'f5f5f5',
  yellow: 'ffff00',
}

function parseHex(digits: string): Colour | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return undefined
  const width = digits.length < 6 ? 1 : 2
  const channel = (index: number): number => {
    const part = digits.slice(index * width, index * width + width)
    return Number.parseInt(width === 1 ? part + part : part, 16)
  }
  const alpha = digits.length === 4 || digits.length === 8 ? channel(3) / 255 : 1
  return { red: channel(0), green: channel(1), blue: channel(2), alpha }
}

function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Colour {
  const channel = (offset: number): number => {
    const k = (((offset + hue / 30) % 12) + 12) % 12
    const spread = saturation * Math.min(lightness, 1 - lightness)
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return { red: channel(0), green: channel(8), blue: channel(4), alpha }
}

function parseFunction(name: string, body: string): Colour | undefined {
  const parts = body.split(/[\s,/]+/).filter((part) => part !== '')
  const numbers = parts.map((part) => Number.parseFloat(part))
  const [first, second, third, fourth] = numbers
  if (first === undefined || second === undefined || third === undefined || numbers.some(Number.isNaN)) return undefined
  const alpha = fourth === undefined ? 1 : parts[3]?.endsWith('%') === true ? fourth / 100 : fourth
  if (name === 'hsl') return fromHsl(first, second / 100, third / 100, alpha)
  const unit = parts[0]?.endsWith('%') === true ? 2.55 : 1
  return { red: first * unit, green: second * unit, blue: third * unit, alpha }
}

/** Reads a CSS or legacy attribute colour; undefined for anything unknown (`var()`, gradients, system colours). */
export function parseColour(value: string): Colour | undefined {
  if (value === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 }
  if (value.startsWith('#')) return parseHex(value.slice(1))
  const call = /^(rgb|hsl)a?\(([^()]{0,100})\)$/.exec(value)
  if (call !== null) return parseFunction(call[1] ?? '', call[2] ?? '')
  const named = Object.hasOwn(NAMED, value) ? NAMED[value] : undefined
  return named === undefined ? undefined : parseHex(named)
}

/** The colour seen when `top` is painted over an opaque `below`. */
export function blend(top: Colour, below: Colour): Colour {
  const mix = (over: number, under: number): number => over * top.alpha + under * (1 - top.alpha)
  return {
    red: mix(top.red, below.red),
    green: mix(top.green, below.green),
    blue: mix(top.blue, below.blue),
    alpha: 1,
  }
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function luminance(colour: Colour): number {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/** True when text of this colour cannot be read on this background. */
export function isUnreadable(text: Colour, background: Colour): boolean {
  const one = luminance(blend(text, background))
  const other = luminance(background)
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < UNREADABLE_CONTRAST
}

const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  vw: 12,
  vh: 8,
  vmin: 8,
  vmax: 12,
  // A percentage refers to a box of unknown size; 10 px a percent stands for a wide one.
  '%': 10,
}

/**
 * Reads a CSS length as pixels, good enough to tell "far away" or "nothing" from ordinary. `em` is the size in pixels
 * that an em (and for font sizes 100 %) stands for; other relative units use a screen of 1200 by 800.
 */
export function parsePixels(value: string, em?: number): number | undefined {
  const match = /^([+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12}))([a-z]*|%)$/.exec(value)
  if (match === null) return undefined
  const unit = match[2] ?? ''
  if (em !== undefined && (unit === 'em' || unit === '%')) return Number(match[1]) * (unit === 'em' ? em : em / 100)
  const scale = Object.hasOwn(PIXELS, unit) ? PIXELS[unit] : undefined
  return scale === undefined ? undefined : Number(match[1]) * scale
}
