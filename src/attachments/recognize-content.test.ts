import { expect, test } from 'vitest'
import { recognizeContent, type ContentKind } from './recognize-content.ts'

test.each<[bytes: string, declared: string | undefined, name: string, kind: ContentKind, contentType: string]>([
  // Bytes before the declared type.
  ['%PDF-1.7\n', 'text/plain', 'a.txt', 'pdf', 'application/pdf'],
  ['\xef\xbb\xbf\n%PDF-1.7\n', 'image/png', 'a.png', 'pdf', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n', 'text/html', 'a.html', 'other', 'image/png'],
  ['GIF89a/*<script>alert(1)</script>*/', 'text/html', 'a.html', 'other', 'image/gif'],
  ['PK\x03\x04<html>', 'text/html', 'a.html', 'other', 'application/zip'],
  ['\x1f\x8b\x08', 'application/json', 'a.json', 'other', 'application/gzip'],
  ['{\\rtf1 text}', 'text/plain', 'a.txt', 'other', 'application/rtf'],
  ['text\0more', 'text/plain', 'a.txt', 'other', 'application/octet-stream'],
  ['t\0e\0x\0t\0', 'text/plain; charset="UTF-16LE"', 'a.txt', 'text', 'text/plain'],
  ['\xff\xfet\0', 'text/plain', 'a.txt', 'text', 'text/plain'],
  // A container is what it is said to be, as long as that is nothing that is read.
  [
    'PK\x03\x04',
    'application/vnd.oasis.opendocument.text',
    'a.odt',
    'other',
    'application/vnd.oasis.opendocument.text',
  ],
  // The declared type before the name.
  ['<p>', 'Text/HTML; charset=utf-8', 'a.txt', 'html', 'text/html'],
  ['# a', 'text/markdown', 'a', 'markdown', 'text/markdown'],
  ['{}', 'application/problem+json', 'a.bin', 'text', 'application/problem+json'],
  ['<svg>', 'image/svg+xml', 'a.html', 'other', 'image/svg+xml'],
  ['not one', 'application/pdf', 'a.txt', 'pdf', 'application/pdf'],
  // The name where nothing is declared.
  ['# a', 'application/octet-stream', 'README.MD', 'markdown', 'text/markdown'],
  ['a,b', undefined, 'table.csv', 'text', 'text/csv'],
  ['a', undefined, 'constructor', 'other', 'application/octet-stream'],
  ['', undefined, 'a', 'other', 'application/octet-stream'],
])('%j, declared %s, named %s, is %s', (bytes, declared, name, kind, contentType) => {
  expect(recognizeContent(Buffer.from(bytes, 'latin1'), declared, name)).toMatchObject({ kind, contentType })
})
