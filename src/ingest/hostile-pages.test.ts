import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunkPage } from './chunk-page.ts'
import { extractPage, type ExtractedPage } from './extract-page.ts'
import { markChunks } from './mark-chunks.ts'

function series(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('')
}

/** Inputs that are slow or fatal for careless code. Far above linear time they would run into the test's timeout. */
const HOSTILE: Readonly<Record<string, () => string>> = {
  'nested div': () => `${'<div>'.repeat(100_000)}hello`,
  'nested b': () => `${'<b>'.repeat(50_000)}hello`,
  'nested table': () => `${'<table><tr><td>'.repeat(15_000)}hello`,
  'nested list': () => `${'<ul><li>'.repeat(25_000)}hello`,
  'nested hidden': () => `${'<div hidden>'.repeat(50_000)}${'</div>'.repeat(50_000)}hello`,
  'nested template': () => `hello${'<template>'.repeat(30_000)}`,
  'reopened formatting': () => `${series(12_000, (index) => `<p><font size=${index}>`)}hello`,
  'unclosed comments': () => `hello${'<!--'.repeat(300_000)}`,
  'less-than signs': () => `hello${'<'.repeat(1_000_000)}`,
  'long attribute': () => `<p title="${'y'.repeat(1_000_000)}">hello`,
  'many attributes': () => `<p ${series(100_000, (index) => `a${index}=1 `)}>hello`,
  'long style': () => `<p style="${'color:('.repeat(100_000)}">hello`,
  'many rules': () =>
    `<style>${series(20_000, (index) => `p.a.b${index},.c p{color:red}`)}</style>${'<p class=a>hello'.repeat(10_000)}`,
  'open braces': () => `<style>${'@media{'.repeat(100_000)}</style>hello`,
  'null bytes': () => `hello${'\0a'.repeat(300_000)}`,
  'lone surrogates': () => `hello ${'\ud800 '.repeat(300_000)}`,
  'stacked marks': () => `hello z${'\u0301\u0316'.repeat(300_000)}`,
  'reaching cells': () =>
    `<table><tr>${`<td rowspan=65534>${'hello '.repeat(30)}`.repeat(100)}</tr>${'<tr><td>a<td>b'.repeat(8_000)}`,
  'repeated headers': () =>
    `<table><tr>${'<th>hello a long label of a column that goes on'.repeat(200)}${`<tr>${'<td>a'.repeat(200)}`.repeat(200)}`,
  'stops before a word': () => `hello${'.'.repeat(500_000)}a`,
  'half a picture': () => `hello ![](//${'?&='.repeat(300_000)}`,
  'letters apart': () => `hello ${'i-g n.o_'.repeat(100_000)}`,
  'hexadecimal digits': () => `hello ${'0a '.repeat(300_000)}`,
  'orders without end': () => `hello ${'ignore all the previous '.repeat(40_000)}`,
  'orders of many languages': () => `hello ${'ignora alle toutes precedent '.repeat(40_000)}`,
  'empty lines of code': () => `<pre>hello${'\n'.repeat(500_000)}# a</pre>`,
  'code without spaces': () => `hello<!--${'QUJD'.repeat(300_000)}-->`,
  stops: () => `hello${'.'.repeat(1_000_000)}`,
}

function expectSound(page: ExtractedPage): void {
  expect(page.text).toBe(page.text.normalize('NFC'))
  expect(page.text.isWellFormed()).toBe(true)
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  expect(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/.test(page.text)).toBe(false)
  let at = 0
  for (const block of page.blocks) {
    expect(page.text.slice(at, block.start).replace(/^\s*(?:-|\w+\.)?\s*$/, '')).toBe('')
    expect(page.text.slice(block.start, block.end).trim()).not.toBe('')
    at = block.end
  }
  expect(at).toBe(page.text.length)
}

describe('hostile pages', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const html = make()
    const page = extractPage(html)
    expect(page.text).toContain('hello')
    // Nothing may blow a page up.
    expect(page.text.length).toBeLessThan(4 * html.length + 25_000)
    const chunks = chunkPage(page, 'en')
    expect(chunks.map((chunk) => chunk.text).join('')).toContain('hello')
    expect(markChunks('', page, chunks)).toHaveLength(chunks.length)
  })

  test('any string of markup gives sound text', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<ul>',
      '<li>',
      '<ol>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '<th rowspan=2>',
      '</table>',
      '<pre>',
      '</pre>',
      '<h2>',
      '</h2>',
      '<br>',
      '<!--',
      '-->',
      '<dl><dt>',
      '<dd>',
      '<a href=x>',
      '</a>',
      '<nav>',
      '<q>',
      '<main>',
      '</main>',
      '<svg>',
      '</svg>',
      '<select>',
      '<style>',
      '</style>',
      '<template>',
      '&amp;',
      '&#x301;',
      'a',
      ' b ',
      '\n',
      'e\u0301',
      '\ud800',
      '\0',
      '\u200d',
      '<',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const page = extractPage(pieces.join(''))
        expectSound(page)
        expect(extractPage(pieces.join(''))).toEqual(page)
      }),
      { seed: 13, numRuns: 400 },
    )
  })
})
