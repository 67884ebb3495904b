import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { isPublic, parseAddress } from './address.ts'
import { allowsAddress, allowsHost, hostOf, portOf, type AllowList } from './allow-list.ts'
import { OutgoingRequestError } from './outgoing-request.ts'

/** All addresses of a name. */
export type Lookup = (hostname: string) => Promise<readonly string[]>

/**
 * Reads where a request is to go. An address in the URL is checked here, because connecting to one asks no lookup.
 * @throws OutgoingRequestError `refused`
 */
export function parseDestination(text: string, base: string | undefined, allow: AllowList): URL {
  const url = URL.parse(text, base)
  if (url === null) throw new OutgoingRequestError('refused', 'the address to ask is not a URL')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OutgoingRequestError('refused', `only http and https URLs are asked, not ${url.protocol}`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutgoingRequestError('refused', `the URL at ${url.host} must not hold a user name or password`)
  }
  if (isIP(hostOf(url)) !== 0) checkAddress(url, hostOf(url), allow)
  return url
}

/**
 * The lookup of connections to this origin, which must ask for all addresses. What it gives is what was checked, and
 * the connection goes nowhere else: a name that answers differently the next time gains nothing. One bad address among
 * good ones refuses the name.
 */
export function checkedLookup(origin: URL, allow: AllowList, lookup: Lookup): LookupFunction {
  const resolve = callbackify(async (hostname: string) => {
    const addresses = await lookup(hostname)
    if (addresses.length === 0) throw new OutgoingRequestError('failed', `${origin.host} has no address`)
    for (const address of addresses) checkAddress(origin, address, allow)
    return addresses.map((address) => ({ address, family: isIP(address) }))
  })
  return (hostname, _options, callback) => resolve(hostname, (error, addresses) => callback(error, addresses ?? []))
}

function checkAddress(url: URL, text: string, allow: AllowList): void {
  const port = portOf(url)
  const address = parseAddress(text)
  if (address === undefined) throw new OutgoingRequestError('refused', `${url.host} leads to no IP address`)
  if (allowsHost(allow, hostOf(url), port) || allowsAddress(allow, address, port)) return
  if (!isPublic(address)) {
    throw new OutgoingRequestError('refused', `${url.host} leads to ${address}, which is not a public address`)
  }
  if (url.protocol !== 'https:') {
    throw new OutgoingRequestError('refused', `${url.host} must be asked by https, or be allowed by the operator`)
  }
}
