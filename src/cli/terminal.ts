import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Styled where stdout is a terminal and NO_COLOR is not set. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

/** Text of pages must not steer the terminal: control characters go, line feeds stay. */
export function printable(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}/gu, ' ')
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
