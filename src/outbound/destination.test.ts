import { isIP, Socket } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeSafeFetch, OutgoingRequestError, parseAllowList, type AllowList } from './index.ts'

/** Where connections would have gone: in this file none is made. */
const attempted: string[] = []

beforeEach(() => {
  attempted.length = 0
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: any[]) {
    const { host, lookup } = Array.isArray(args[0]) ? args[0][0] : args[0]
    if (isIP(host) !== 0) {
      attempted.push(host)
      this.destroy(new Error('no connections here'))
      return this
    }
    lookup(host, { all: true }, (error: Error | null, addresses: { address: string }[]) => {
      attempted.push(...addresses.map(({ address }) => address))
      this.destroy(error ?? new Error('no connections here'))
    })
    return this
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function reasonFor(url: string, addresses: readonly string[] = [], allow = ''): Promise<string> {
  const fetch = makeSafeFetch({ allow: parseAllowList(allow) as AllowList, lookup: async () => addresses })
  try {
    await fetch(url, { method: 'GET', headers: {}, timeoutMs: 5_000, maxResponseBytes: 1 })
    return 'answered'
  } catch (error) {
    if (!(error instanceof OutgoingRequestError)) throw error
    return error.reason
  } finally {
    await fetch.close()
  }
}

/** Every address of a range, spelled out here bit by bit so that the test does not lean on what it tests. */
function within(range: string): fc.Arbitrary<string> {
  const [base = '', length = ''] = range.split('/')
  const isV4 = !base.includes(':')
  const size = isV4 ? 32n : 128n
  const [parts, width] = isV4 ? [base.split('.').map(Number), 8n] : [expand(base), 16n]
  const first = parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n)
  return fc.bigInt({ min: 0n, max: (1n << (size - BigInt(length))) - 1n }).map((offset) => {
    const value = first + offset
    const digits = parts.map((_, index) => (value >> (size - width * BigInt(index + 1))) & ((1n << width) - 1n))
    return isV4 ? digits.join('.') : digits.map((digit) => digit.toString(16)).join(':')
  })
}

function expand(address: string): number[] {
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail].map((part) =>
    Number.parseInt(part, 16),
  )
}

const REFUSED_IPV4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 169.254.169.254/32 172.16.0.0/12 ' +
  '192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 ' +
  '240.0.0.0/4 255.255.255.255/32'
const REFUSED_IPV6 =
  '::/96 ::1/128 ::/128 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 ' +
  '3fff::/20 4000::/2 5f00::/16 8000::/2 fc00::/7 fd00:ec2::254/128 fe80::/10 fec0::/10 ff00::/8'
const refusedIpv4 = REFUSED_IPV4.split(' ').map(within)
const refusedAddress = fc.oneof(
  ...refusedIpv4,
  ...refusedIpv4.map((address) => address.map((ipv4) => `::ffff:${ipv4}`)),
  ...REFUSED_IPV6.split(' ').map(within),
)
const PUBLIC = ['8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '::ffff:9.9.9.9']

function urlTo(address: string): string {
  return `//${address.includes(':') ? `[${address}]` : address}/hook`
}

test('no address that is not public is connected to, by itself or by a name, alone or among public ones', async () => {
  await fc.assert(
    fc.asyncProperty(refusedAddress, fc.subarray(PUBLIC), fc.boolean(), async (address, others, isFirst) => {
      const answers = isFirst ? [address, ...others] : [...others, address]
      expect(await reasonFor(`https:${urlTo(address)}`)).toBe('refused')
      expect(await reasonFor(`http:${urlTo(address)}`)).toBe('refused')
      expect(await reasonFor('https://receiver.example/hook', answers)).toBe('refused')
      expect(attempted).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('public addresses are connected to by https, and by http only when the operator opens them', async () => {
  for (const address of PUBLIC) {
    await reasonFor(`https:${urlTo(address)}`)
    await reasonFor('https://receiver.example/hook', [address])
  }
  expect(new Set(attempted).size).toBe(PUBLIC.length + 1)
  expect(attempted).toEqual(expect.arrayContaining(PUBLIC.filter((address) => !address.startsWith('::'))))

  attempted.length = 0
  for (const address of PUBLIC) {
    expect(await reasonFor(`http:${urlTo(address)}`)).toBe('refused')
    expect(await reasonFor('http://receiver.example/hook', [address])).toBe('refused')
  }
  expect(attempted).toEqual([])
  for (const allow of ['receiver.example', '*.example:80', '8.8.8.0/24', '8.8.8.8:80']) {
    expect(await reasonFor('http://receiver.example./hook', ['8.8.8.8'], allow)).toBe('failed')
  }
  expect(attempted).toEqual(['8.8.8.8', '8.8.8.8', '8.8.8.8', '8.8.8.8'])
})

test('what the operator opens is asked at its address and port only', async () => {
  expect(await reasonFor('https://hooks.internal/', ['10.0.0.1', '10.0.0.2'], 'hooks.internal')).toBe('failed')
  expect(await reasonFor('https://hooks.internal/', ['10.0.0.3', '8.8.8.8'], '10.0.0.0/8:443')).toBe('failed')
  expect(await reasonFor('http://10.0.0.4:8080/', [], '10.0.0.0/8:8080')).toBe('failed')
  expect(attempted).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3', '8.8.8.8', '10.0.0.4'])

  expect(await reasonFor('https://hooks.internal:8443/', ['10.0.0.1'], 'hooks.internal:443')).toBe('refused')
  expect(await reasonFor('https://hooks.internal/', ['10.0.0.1', '127.0.0.1'], '10.0.0.0/8')).toBe('refused')
  expect(await reasonFor('http://10.0.0.4/', [], '10.0.0.0/8:8080')).toBe('refused')
  expect(attempted).toHaveLength(5)
})

test.each([
  'https://0177.0.0.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://127.1/',
  'https://127.0.0.1./',
  'https://0/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127%2e0.0.1/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[2002:7f00:1::]/',
  'https://[fe80::1%25eth0]/',
  'https://user@8.8.8.8/',
  'https://:password@8.8.8.8/',
  'ftp://8.8.8.8/',
  'file:///etc/passwd',
  'data:text/plain,hello',
  '//8.8.8.8/',
  '',
])('%s is refused before anything is sent', async (url) => {
  expect(await reasonFor(url)).toBe('refused')
  expect(attempted).toEqual([])
})

test.each(['https://localhost/', 'https://localhost./', 'https://LOCALHOST:8443/'])('%s is refused', async (url) => {
  expect(await reasonFor(url, ['127.0.0.1', '::1'])).toBe('refused')
  expect(attempted).toEqual([])
})

test('a link-local answer with a zone, and one that is no address, are refused', async () => {
  expect(await reasonFor('https://receiver.example/', ['fe80::1%eth0.1'])).toBe('refused')
  expect(await reasonFor('https://receiver.example/', ['0x8.8.8.8'])).toBe('refused')
  expect(attempted).toEqual([])
})

test('whatever the URL is, the outcome is one of the reasons and private addresses are left alone', async () => {
  const codeUnit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code))
  const piece = fc.constantFrom(
    'https://',
    'http:',
    '/',
    '\\',
    '@',
    ':',
    '[',
    ']',
    '.',
    '127',
    '0x7f',
    '%00',
    'a',
    '。',
    '#',
    '?',
  )
  const url = fc.oneof(
    fc.webUrl({ withFragments: true }),
    fc.array(piece).map((pieces) => `https://${pieces.join('')}`),
    fc.string({ unit: codeUnit }),
  )
  await fc.assert(
    fc.asyncProperty(url, async (text) => {
      expect(['refused', 'failed']).toContain(await reasonFor(text, ['192.168.0.1']))
      expect(attempted.filter((address) => /^(127|192|0|10)\./.test(address))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
