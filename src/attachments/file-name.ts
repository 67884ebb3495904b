export const MAX_NAME_LENGTH = 255

/** Controls, and the format characters that turn `gpj.exe` around so that it looks like an image. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** The last part of a path, without characters that cannot be seen; undefined when no name is left. */
export function cleanFileName(given: string): string | undefined {
  const name = given.replace(UNSEEN, '').split(/[/\\]/).at(-1)?.trim()
  return name === undefined || /^\.*$/.test(name) ? undefined : name
}

/** A name for what an address leads to: the end of its path, else its host. */
export function fileNameOf(url: string): string {
  const { pathname, hostname } = new URL(url)
  const name = cleanFileName(decode(pathname)) ?? hostname
  return name.slice(0, MAX_NAME_LENGTH).toWellFormed()
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a stray percent sign is part of the name
  }
}
