import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Address = ipaddr.IPv4 | ipaddr.IPv6

/** The only part of IPv6 that is given out for the public internet. */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3')
/** Azure answers its virtual machines here with their configuration: an address of the machine that looks public. */
const AZURE_PLATFORM = '168.63.129.16'

/**
 * Reads an address as name servers and the URL standard spell it. IPv4 inside of IPv6 (`::ffff:10.0.0.1`) becomes
 * IPv4, which is where the connection goes; a zone is left out, because no zone makes a local address public.
 */
export function parseAddress(text: string): Address | undefined {
  return isIP(text) === 0 ? undefined : ipaddr.process(text.replace(/%.*$/, ''))
}

/**
 * Whether this is the address of one machine on the public internet. Not of this machine, its networks, many machines,
 * nobody (documentation, reserved), or one that only wraps another address (NAT64, 6to4, Teredo).
 */
export function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' ? address.toString() !== AZURE_PLATFORM : address.match(PUBLIC_IPV6)
}
