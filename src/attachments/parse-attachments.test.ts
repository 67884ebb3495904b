import { expect, test } from 'vitest'
import type { Attachment, ParsedAttachment } from './attachment.ts'
import { parseAttachments } from './parse-attachments.ts'

function aFile(fields: Partial<Attachment> = {}): Attachment {
  return { type: 'file', name: 'notes.txt', content_type: 'text/plain', data: 'aGVsbG8=', ...fields }
}

function parseOne(attachment: Attachment): ParsedAttachment | undefined {
  return parseAttachments([attachment])[0]
}

test('a file is decoded, and a url is taken as it is', () => {
  expect(parseAttachments([aFile(), { type: 'url', url: 'https://example.com/a.pdf' }])).toEqual([
    { type: 'file', name: 'notes.txt', contentType: 'text/plain', data: Buffer.from('hello') },
    { type: 'url', url: 'https://example.com/a.pdf', name: null },
  ])
})

test.each<[field: string, attachment: Attachment]>([
  ['url', { type: 'url', name: 'a' }],
  ['name', { type: 'file', content_type: 'text/plain', data: '' }],
  ['content_type', { type: 'file', name: 'a', data: '' }],
  ['data', { type: 'file', name: 'a', content_type: 'text/plain' }],
  ['url', { type: 'url', url: 'example.com/a.pdf' }],
  ['url', { type: 'url', url: 'file:///etc/passwd' }],
  ['url', { type: 'url', url: 'javascript:alert(1)' }],
  ['url', { type: 'url', url: `https://example.com/${'a'.repeat(2_048)}` }],
  ['url', { type: 'url', url: `https://example.com/${'é'.repeat(1_000)}` }],
  ['name', aFile({ name: 'a'.repeat(256) })],
  ['name', aFile({ name: ' ' })],
  ['name', aFile({ name: '../..' })],
  ['name', { type: 'url', url: 'https://example.com/', name: '/' }],
  ['content_type', aFile({ content_type: 'text' })],
  ['content_type', aFile({ content_type: 'text/plain\r\nset-cookie: a=b' })],
  ['data', aFile({ data: 'data:text/plain;base64,aGVsbG8=' })],
  ['data', aFile({ data: 'A'.repeat(4 * Math.ceil((10 * 1024 * 1024) / 3)) })],
])('a fault in %s is told with the field (%#)', (field, attachment) => {
  const expected = expect.objectContaining({ code: 'parameter_invalid', field: `attachments.1.${field}` })
  expect(() => parseAttachments([aFile(), attachment])).toThrow(expected)
})

test('a file may have exactly 10 MB', () => {
  const data = Buffer.alloc(10 * 1024 * 1024).toString('base64')
  expect(parseOne(aFile({ data }))).toMatchObject({ data: { byteLength: 10 * 1024 * 1024 } })
})

test('a message has at most 10 attachments', () => {
  expect(parseAttachments(Array.from({ length: 10 }, () => aFile()))).toHaveLength(10)
  const expected = expect.objectContaining({ code: 'parameter_invalid', field: 'attachments' })
  expect(() => parseAttachments(Array.from({ length: 11 }, () => aFile()))).toThrow(expected)
})

test.each([
  ['../../etc/passwd', 'passwd'],
  [String.raw`C:\Users\me\Invoice May.pdf`, 'Invoice May.pdf'],
  ['a\0b\r\n.txt', 'ab.txt'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['half\ud800.txt', 'half.txt'],
  ['.env', '.env'],
  ['счёт №5.pdf', 'счёт №5.pdf'],
])('the name %j becomes %j', (given, name) => {
  expect(parseOne(aFile({ name: given }))).toMatchObject({ name })
})

test('an empty content type, as browsers give it, says nothing', () => {
  expect(parseOne(aFile({ content_type: '' }))).toMatchObject({ contentType: 'application/octet-stream' })
})
