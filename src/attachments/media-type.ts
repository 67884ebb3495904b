export interface MediaType {
  /** Lower case, without parameters: `text/plain`. */
  readonly essence: string
  /** The charset parameter, as given. */
  readonly charset: string | undefined
}

/** What says nothing about a file. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** Reads a content type; undefined when it is none. */
export function parseMediaType(raw: string): MediaType | undefined {
  const essence = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(?:;|$)/.exec(raw)?.[1]
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (essence === undefined || /[^\t\x20-\x7e]/.test(raw)) return undefined
  return { essence: essence.toLowerCase(), charset: /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(raw)?.[1] }
}
