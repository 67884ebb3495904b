import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddress } from './address.ts'
import { allowOrigin, allowsAddress, allowsHost, parseAllowList, type AllowList } from './allow-list.ts'

function parsed(raw: string): AllowList {
  const list = parseAllowList(raw)
  if ('badEntry' in list) throw new Error(`${list.badEntry} is not an entry`)
  return list
}

function opensAddress(list: AllowList, text: string, port = 443): boolean {
  const address = parseAddress(text)
  return address !== undefined && allowsAddress(list, address, port)
}

test('a name opens itself, a star what is below, a port only that port', () => {
  const list = parsed('Hooks.example.internal., *.svc.internal ,other.internal:8443,, bücher.example')
  const opens = (host: string, port = 443) => allowsHost(list, host, port)
  expect(opens('hooks.example.internal')).toBe(true)
  expect(opens('hooks.example.internal', 1)).toBe(true)
  expect(opens('a.hooks.example.internal')).toBe(false)
  expect(opens('a.b.svc.internal')).toBe(true)
  expect(opens('svc.internal')).toBe(false)
  expect(opens('evilsvc.internal')).toBe(false)
  expect(opens('other.internal', 8443)).toBe(true)
  expect(opens('other.internal')).toBe(false)
  expect(opens('xn--bcher-kva.example')).toBe(true)
})

test('addresses and ranges open what is in them, in whatever spelling', () => {
  const list = parsed(
    '10.1.0.0/16, 192.168.0.7:8080, fd00::/8, [fe80::1]:443, [fd12:3456::/32]:1, ::ffff:172.16.0.0/108',
  )
  expect(opensAddress(list, '10.1.255.255')).toBe(true)
  expect(opensAddress(list, '::ffff:10.1.0.1')).toBe(true)
  expect(opensAddress(list, '10.2.0.0')).toBe(false)
  expect(opensAddress(list, '192.168.0.7', 8080)).toBe(true)
  expect(opensAddress(list, '192.168.0.7', 8081)).toBe(false)
  expect(opensAddress(list, 'fdff::1')).toBe(true)
  expect(opensAddress(list, 'fe80::1%eth0')).toBe(true)
  expect(opensAddress(list, 'fe80::1', 80)).toBe(false)
  expect(opensAddress(list, '172.31.0.1')).toBe(true)
  expect(opensAddress(list, '172.32.0.1')).toBe(false)
})

test.each([
  '*',
  '*.',
  '*.10.0.0.1',
  'a.*.example',
  'https://example.com',
  'user@example.com',
  'example.com/path',
  'example.com:',
  'example.com:0',
  'example.com:65536',
  '10.0.0.0/33',
  '10.0.0/8',
  '127.1',
  '0x7f.0.0.1',
  '2130706433',
  '010.0.0.1',
  'fd00::/129',
  '::ffff:10.0.0.0/24',
  'fe80::1%eth0',
  '[10.0.0.1]:80',
  '[example.com]:80',
  'two words',
])('%s is named as no entry, the good ones around it do not hide it', (entry) => {
  expect(parseAllowList(`good.example,${entry}, 10.0.0.0/8`)).toEqual({ badEntry: entry })
})

test('whatever is written, the list is read or an entry of it is named', () => {
  const codeUnit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code))
  const piece = fc.constantFrom('*', '.', ':', '/', '[', ']', '@', '%', ',', ' ', '10', '::', 'fd00', 'a', 'ß', '65536')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: codeUnit }),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (raw) => {
        const list = parseAllowList(raw)
        return !('badEntry' in list) || raw.split(',').some((part) => part.trim() === list.badEntry)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('one address opens that address at that port and no other', () => {
  const address = fc.oneof(fc.ipV4(), fc.ipV6())
  const port = fc.integer({ min: 1, max: 65_535 })
  fc.assert(
    fc.property(address, address, port, port, (opened, other, openPort, otherPort) => {
      const list = parsed(opened.includes(':') ? `[${opened}]:${openPort}` : `${opened}:${openPort}`)
      const isSame = `${parseAddress(opened)}` === `${parseAddress(other)}`
      expect(opensAddress(list, opened, openPort)).toBe(true)
      expect(opensAddress(list, opened, otherPort)).toBe(openPort === otherPort)
      expect(opensAddress(list, other, openPort)).toBe(isSame)
    }),
  )
})

test('an origin of the settings opens its host at its port', () => {
  expect(allowsHost([allowOrigin('http://Models.internal/v1')], 'models.internal', 80)).toBe(true)
  expect(allowsHost([allowOrigin('https://models.internal/v1')], 'models.internal', 80)).toBe(false)
  expect(opensAddress([allowOrigin('http://127.0.0.1:11434/v1')], '127.0.0.1', 11_434)).toBe(true)
  expect(opensAddress([allowOrigin('http://[::1]:11434/v1')], '::1', 11_434)).toBe(true)
})
