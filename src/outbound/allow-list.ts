import { isIP } from 'node:net'
import { parseAddress, type Address } from './address.ts'

/** Something that may be asked although it is not public, and by plain http; without a port, at any port. */
export type AllowEntry =
  | { readonly kind: 'host'; readonly host: string; readonly subdomains: boolean; readonly port: number | undefined }
  | { readonly kind: 'range'; readonly base: Address; readonly bits: number; readonly port: number | undefined }

export type AllowList = readonly AllowEntry[]

/**
 * Reads entries between commas: `host`, `*.host` (all below it, not itself), an address or a CIDR range, each with
 * `:port` if need be; IPv6 with a port stands in brackets: `[fd00::/8]:8443`.
 * @returns the entries, or the first that is none of these
 */
export function parseAllowList(raw: string): AllowList | { readonly badEntry: string } {
  const entries: AllowEntry[] = []
  for (const text of raw.split(',').map((part) => part.trim())) {
    if (text === '') continue
    const entry = parseEntry(text)
    if (entry === undefined) return { badEntry: text }
    entries.push(entry)
  }
  return entries
}

/** The entry that opens the origin of a URL from the operator's own settings, wherever it leads. */
export function allowOrigin(url: string): AllowEntry {
  const origin = new URL(url)
  const host = hostOf(origin)
  return parseRange(host, portOf(origin)) ?? { kind: 'host', host, subdomains: false, port: portOf(origin) }
}

/** Whether the operator vouches for this name, whatever it resolves to. */
export function allowsHost(list: AllowList, host: string, port: number): boolean {
  return list.some(
    (entry) =>
      entry.kind === 'host' &&
      (entry.subdomains ? host.endsWith(`.${entry.host}`) : host === entry.host) &&
      (entry.port ?? port) === port,
  )
}

export function allowsAddress(list: AllowList, address: Address, port: number): boolean {
  return list.some(
    (entry) =>
      entry.kind === 'range' &&
      entry.base.kind() === address.kind() &&
      address.match(entry.base, entry.bits) &&
      (entry.port ?? port) === port,
  )
}

/** A URL's host as entries have it: no brackets around IPv6, no dot at the end of a name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
}

export function portOf({ protocol, port }: URL): number {
  return Number(port || (protocol === 'https:' ? 443 : 80))
}

function parseEntry(text: string): AllowEntry | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^[\]]+)\]|([^[\]:]+))(?::([0-9]{1,5}))?$/.exec(text) ?? []
  const port = digits === undefined ? undefined : Number(digits)
  if (port === 0 || (port ?? 0) > 65_535) return undefined
  if (bracketed !== undefined) return bracketed.includes(':') ? parseRange(bracketed, port) : undefined
  // What the pattern does not take can still be IPv6 without brackets.
  return plain === undefined ? parseRange(text, undefined) : (parseRange(plain, port) ?? parseHost(plain, port))
}

function parseRange(text: string, port: number | undefined): AllowEntry | undefined {
  const [, address = '', length] = /^([^/%]+)(?:\/([0-9]{1,3}))?$/.exec(text) ?? []
  const base = parseAddress(address)
  if (base === undefined) return undefined
  const longest = isIP(address) === 4 ? 32 : 128
  if (Number(length ?? 0) > longest) return undefined
  // A range of IPv4 inside of IPv6 is compared as IPv4 too.
  const bits = Number(length ?? longest) - (longest === 128 && base.kind() === 'ipv4' ? 96 : 0)
  return bits < 0 ? undefined : { kind: 'range', base, bits, port }
}

function parseHost(text: string, port: number | undefined): AllowEntry | undefined {
  const subdomains = text.startsWith('*.')
  const name = subdomains ? text.slice(2) : text
  // Only what can stand in a name goes through the URL parser, which gives names the form that URLs have.
  if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(name)) return undefined
  const url = URL.parse(`https://${name}`)
  // 127.1 and 0x7f.1 are addresses to the URL parser, not names: they must be written out.
  if (url === null || hostOf(url) === '' || isIP(hostOf(url)) !== 0) return undefined
  return { kind: 'host', host: hostOf(url), subdomains, port }
}
