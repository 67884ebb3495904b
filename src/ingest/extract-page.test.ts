import { describe, expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'

function text(html: string): string {
  return extractPage(html).text
}

describe('blocks', () => {
  test('headings, paragraphs and their paths', () => {
    const page = extractPage(
      '<h1>Guide</h1><p>One.</p><h2>Part</h2><p>Two.</p><div role=heading aria-level=3>Deep</div>x<h2>Next</h2>',
    )
    expect(page.text).toBe('Guide\nOne.\n\nPart\nTwo.\n\nDeep\nx\n\nNext')
    expect(page.blocks.map(({ kind, level, headingPath }) => [kind, level, headingPath])).toEqual([
      ['heading', 1, []],
      ['paragraph', undefined, ['Guide']],
      ['heading', 2, ['Guide']],
      ['paragraph', undefined, ['Guide', 'Part']],
      ['heading', 3, ['Guide', 'Part']],
      ['paragraph', undefined, ['Guide', 'Part', 'Deep']],
      ['heading', 2, ['Guide']],
    ])
    expect(page.blocks.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'Guide',
      'One.',
      'Part',
      'Two.',
      'Deep',
      'x',
      'Next',
    ])
  })

  test('an unclosed heading does not swallow the page', () => {
    const page = extractPage(`<h2>Start<p>${'Words of a paragraph. '.repeat(20)}</p><p>More.</p>`)
    expect(page.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  test('white space collapses, entities decode, inline code is text', () => {
    expect(text('<p>  Tom &amp;\n  <b>Jerry</b>&nbsp;run <code>a  b</code> </p>')).toBe('Tom & Jerry run a b')
  })

  test('lists keep markers, numbers, nesting and further paragraphs', () => {
    expect(
      text('<p>Do:</p><ol start=3><li>Open<ul><li>inner</li></ul></li><li><p>Close</p><p>Wait</p></li></ol>'),
    ).toBe('Do:\n\n3. Open\n  - inner\n4. Close\n  Wait')
    expect(text('<ol reversed><li>a<li>b</ol><ol type=a><li value=2>c<li>d</ol>')).toBe('2. a\n1. b\n\nb. c\nc. d')
  })

  test('definition lists, quotes, details and captions', () => {
    const page = extractPage(
      '<dl><dt>Term<dd>Meaning</dl><blockquote>Said</blockquote><details><summary>Why?</summary>Because.</details>' +
        '<figure><img alt="not read"><figcaption>Shown</figcaption></figure>',
    )
    expect(page.text).toBe('Term\n  Meaning\n\nSaid\n\nWhy?\n\nBecause.\n\nShown')
    expect(page.blocks.map((block) => block.kind)).toEqual([
      'term',
      'definition',
      'quote',
      'term',
      'paragraph',
      'caption',
    ])
  })

  test('a break is a line, two are a paragraph', () => {
    const page = extractPage('<p>a<br>b<br> <br>c</p>')
    expect(page.text).toBe('a\nb\n\nc')
    expect(page.blocks).toHaveLength(2)
  })

  test('code stays verbatim', () => {
    const page = extractPage('<pre><code>\nif x:\n    y  = 1\n\n\tz</code></pre><p>After</p>')
    expect(page.text).toBe('if x:\n    y  = 1\n\n\tz\n\nAfter')
    expect(page.blocks[0]?.kind).toBe('code')
  })

  test('text without markup is a paragraph a line', () => {
    const page = extractPage('First line\nSecond &amp; last\n\n  Third ')
    expect(page.text).toBe('First line\n\nSecond & last\n\nThird')
    expect(page.blocks).toHaveLength(3)
  })

  test('broken markup keeps its text', () => {
    expect(text('<p>a<div>b</p></span><b>c<p>d</b>e<table>f<td>g')).toBe('a\n\nb\n\nc\n\ndef\n\ng')
  })
})

describe('tables', () => {
  test('header cells label the cells and are not repeated as a row', () => {
    const page = extractPage('<table><thead><tr><th>Plan<th>Price<tbody><tr><td>Pro<td>$5<tr><td>Max<td></table>')
    expect(page.text).toBe('Plan: Pro | Price: $5\nPlan: Max')
    expect(page.blocks.every((block) => block.kind === 'table_row')).toBe(true)
  })

  test('row headers come first; alone they are keys', () => {
    expect(text('<table><tr><td>4<th>Seats<tr><td>9<th>Guests</table>')).toBe('Seats: 4\nGuests: 9')
    expect(text('<table><tr><td></td><th>Pro<th>Max<tr><th>Seats<td>4<td>9</table>')).toBe('Seats | Pro: 4 | Max: 9')
  })

  test('spans', () => {
    const html =
      '<table><tr><th rowspan=2>Plan<th colspan=2>Price<tr><th>Month<th>Year' +
      '<tr><td rowspan=2>Pro<td>5<td>50<tr><td>6<td>60<tr><td>Max<td colspan=2>free<tr><td colspan=3>Note</table>'
    expect(text(html)).toBe(
      [
        'Plan: Pro | Price / Month: 5 | Price / Year: 50',
        'Plan: Pro | Price / Month: 6 | Price / Year: 60',
        'Plan: Max | Price / Month: free',
        'Note',
      ].join('\n'),
    )
  })

  test('header rows further down, alone, and too long for labels', () => {
    expect(text('<table><tr><th>A<th>B<tr><td>1<td>2<tr><th>C<th>D<tr><td>3<td>4</table>')).toBe(
      'A: 1 | B: 2\nC: 3 | D: 4',
    )
    expect(text('<table><tr><td>1<td>2<tr><th>Only<th>Headers</table>')).toBe('1 | 2\nOnly: Headers')
    expect(text('<table><tr><th>Only<th>Headers</table>')).toBe('Only: Headers')
    const long = 'very long '.repeat(30).trim()
    expect(text(`<table><tr><th>${long}<th>B<tr><td>1<td>2</table>`)).toBe(`${long}: B\n1 | 2`)
  })

  test('no header: cells joined; captions and block content', () => {
    expect(text('<table><caption>Sizes</caption><tr><td>a<td><p>b</p><p>c</p><tr><td>d<td>e</table>')).toBe(
      'Sizes\na | b c\nd | e',
    )
  })

  test('icons that are the whole cell', () => {
    expect(text('<table><tr><th>Site<th>Works<tr><td>a<td><i class="fa fa-check" aria-hidden=true></i></table>')).toBe(
      'Site: a | Works: ✓',
    )
  })

  test('layout tables are blocks', () => {
    expect(text('<table><tr><td><h2>Title</h2><p>a</p></td><td>b</td></tr></table>')).toBe('Title\na\n\nb')
    expect(text('<table><tr><td>one</td></tr><tr><td>two</td></tr></table>')).toBe('one\n\ntwo')
    expect(text('<table><tr><td>a<td><table><tr><td>b<td>c</table></table>')).toBe('a\n\nb | c')
  })
})
