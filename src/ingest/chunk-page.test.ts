import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateTokens } from '../analysis/estimate-tokens.ts'
import { splitSentences } from '../analysis/sentences.ts'
import { chunkPage, type Chunk } from './chunk-page.ts'
import { extractPage, type ExtractedPage } from './extract-page.ts'

function chunks(html: string): Chunk[] {
  return chunkPage(extractPage(html), 'en')
}

function sentences(count: number, word = 'word'): string {
  return Array.from({ length: count }, (_, index) => `Sentence ${index} has a ${word} and some more of them.`).join(' ')
}

describe('chunkPage', () => {
  test('an empty page has no chunks', () => {
    expect(chunks('')).toEqual([])
    expect(chunks('<p> </p><!-- x -->')).toEqual([])
  })

  test('the heading is in the path, not in the text', () => {
    expect(chunks('<h1>Guide</h1><h2>Part</h2><p>Body.</p>')).toMatchObject([
      { ordinal: 0, headingPath: ['Guide', 'Part'], text: 'Body.' },
    ])
  })

  test('a heading without any text below it is a chunk', () => {
    expect(chunks('<h1>Guide</h1><p>Body.</p><h2>Alone</h2>')).toMatchObject([
      { headingPath: ['Guide'], text: 'Body.' },
      { headingPath: ['Guide'], text: 'Alone' },
    ])
  })

  test('sections do not mix, unless they are tiny siblings', () => {
    const large = `<p>${sentences(10)}</p>`
    expect(chunks(`<h2>A</h2>${large}<h2>B</h2>${large}`).map((chunk) => chunk.headingPath)).toEqual([['A'], ['B']])
    const tiny = '<h1>T</h1><h2>A</h2><p>a</p><h2>B</h2><p>b</p><h2>C</h2><p>c</p><h3>D</h3><p>d</p>'
    expect(chunks(tiny)).toMatchObject([
      { headingPath: ['T'], text: 'A\na\n\nB\nb' },
      { headingPath: ['T', 'C'], text: 'c' },
      { headingPath: ['T', 'C', 'D'], text: 'd' },
    ])
  })

  test('a long paragraph is cut between sentences into even chunks', () => {
    const found = chunks(`<p>${sentences(60)}</p>`)
    expect(found.length).toBeGreaterThan(2)
    for (const chunk of found) {
      expect(chunk.text).toMatch(/^Sentence.*\.$/)
      expect(estimateTokens(chunk.text)).toBeGreaterThanOrEqual(120)
      expect(estimateTokens(chunk.text)).toBeLessThanOrEqual(260)
    }
  })

  test('the line that introduces a list stays with it', () => {
    const items = Array.from({ length: 40 }, (_, index) => `<li>Item ${index} of the list</li>`).join('')
    const found = chunks(`<p>${sentences(17)}</p><p>Do this:</p><ul>${items}</ul>`)
    expect(found.find((chunk) => chunk.text.includes('Do this:'))?.text).toMatch(/Do this:\n\n- Item 0/)
    expect(found.every((chunk) => chunk.text === chunk.text.trim())).toBe(true)
    expect(found.slice(2).every((chunk) => chunk.text.startsWith('- Item'))).toBe(true)
  })

  test('long rows and code stay whole', () => {
    const row = `<tr><td>${sentences(15)}<td>${sentences(15)}</tr>`
    const code = `<pre>${'let x = 1\n'.repeat(200)}</pre>`
    const found = chunks(`<table><tr><th>A<th>B${row}${row}</table>${code}`)
    expect(found.map((chunk) => chunk.text.slice(0, 3))).toEqual(['A: ', 'A: ', 'let'])
  })

  test('beyond 1,500 tokens code is cut at lines, words where there are none, and code points at last', () => {
    const code = chunks(`<pre>${'  let x = 1\n'.repeat(900)}</pre>`)
    expect(code.length).toBeGreaterThan(4)
    expect(code.every((chunk) => /^ {2}let x = 1\n/.test(chunk.text) && chunk.text.endsWith(' = 1'))).toBe(true)
    const words = chunks(`<p>${'word '.repeat(4_000)}</p>`)
    expect(words.every((chunk) => /^(?:word ?)+$/.test(chunk.text))).toBe(true)
    const emoji = chunks(`<p>${'x😀'.repeat(4_000)}</p>`)
    expect(emoji.map((chunk) => chunk.text).join('')).toBe('x😀'.repeat(4_000))
    expect(emoji.every((chunk) => chunk.text.isWellFormed() && estimateTokens(chunk.text) <= 510)).toBe(true)
  })

  test('ideographs count as tokens', () => {
    const found = chunks(`<p>${'这是一个很短的句子，说明了事情。'.repeat(60)}</p>`)
    expect(found.every((chunk) => chunk.text.length <= 260 && chunk.text.endsWith('。'))).toBe(true)
  })
})

const prose = fc.integer({ min: 1, max: 25 }).map((count) => sentences(count))
const block = fc.oneof(
  prose.map((text) => `<p>${text}</p>`),
  prose.map((text) => `<p>${text.slice(0, 30)}:</p>`),
  fc
    .array(prose, { minLength: 1, maxLength: 8 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}`).join('')}</ul>`),
  fc
    .array(prose, { minLength: 1, maxLength: 6 })
    .map((cells) => `<table>${cells.map((c) => `<tr><td>k<td>${c}`).join('')}</table>`),
  fc.integer({ min: 1, max: 90 }).map((lines) => `<pre>${'call(x)\n'.repeat(lines)}</pre>`),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer()).map(([level, id]) => `<h${level}>Heading ${id}</h${level}>`),
  prose.map((text) => `<dl><dt>Term<dd>${text}</dl>`),
)
const anyPage = fc.array(block, { maxLength: 14 }).map((blocks) => extractPage(blocks.join('')))

function covering(found: readonly Chunk[], start: number, end: number): Chunk[] {
  return found.filter((chunk) => chunk.start < end && chunk.end > start)
}

/** The parts of a page that no chunk may cut. */
function wholes(page: ExtractedPage): { start: number; end: number }[] {
  return page.blocks.flatMap((part) => {
    if (part.kind === 'code' || part.kind === 'table_row') return [part]
    const text = page.text.slice(part.start, part.end)
    return splitSentences(text, 'en').map(({ start, end }) => ({ start: part.start + start, end: part.start + end }))
  })
}

describe('any page', () => {
  test('chunks slice the text, in order, without overlap', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        let at = 0
        chunkPage(page, 'en').forEach((chunk, index) => {
          expect(chunk.ordinal).toBe(index)
          expect(chunk.start).toBeGreaterThanOrEqual(at)
          expect(chunk.text).toBe(page.text.slice(chunk.start, chunk.end))
          expect(chunk.text.trim()).not.toBe('')
          at = chunk.end
        })
      }),
      { seed: 3, numRuns: 150 },
    )
  })

  test('all body text is in exactly one chunk, and nothing small is cut', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const found = chunkPage(page, 'en')
        const headings = page.blocks.filter((part) => part.kind === 'heading')
        for (const { start, end } of wholes(page)) {
          const covers = covering(found, start, end)
          if (headings.some((heading) => heading.start <= start && heading.end >= end)) continue
          expect(covers).toHaveLength(1)
          expect(covers[0]?.start).toBeLessThanOrEqual(start)
          expect(covers[0]?.end).toBeGreaterThanOrEqual(end)
        }
      }),
      { seed: 5, numRuns: 150 },
    )
  })

  test('a chunk ends with a heading only when that has no text', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        for (const chunk of chunkPage(page, 'en')) {
          const index = page.blocks.findIndex((part) => part.kind === 'heading' && part.end === chunk.end)
          if (index === -1) continue
          const next = page.blocks[index + 1]
          expect(next === undefined || next.kind === 'heading').toBe(true)
        }
      }),
      { seed: 9, numRuns: 150 },
    )
  })
})
