import * as fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { expect, test } from 'vitest'
import { renderHtml, renderText } from './render.ts'

function quote(text: string, fields: object = {}) {
  const updatedAt = new Date(0)
  const place = { start: 0, end: text.length, updatedAt, alsoOn: [] }
  return { pageId: 1, revision: 1, title: 'Title', url: null, text, ...place, ...fields }
}

function quotesOnly(quotes: ReturnType<typeof quote>[]) {
  return { quotes, wording: undefined }
}

/** Names of the elements and attributes, and the text, as a browser sees them. */
function see(html: string): { names: Set<string>; attributes: Record<string, string>[]; text: string } {
  const names = new Set<string>()
  const attributes: Record<string, string>[] = []
  let text = ''
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if ('value' in node) text += node.value
    if ('tagName' in node) {
      names.add(node.tagName)
      attributes.push(Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])))
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  visit(parseFragment(html))
  return { names, attributes, text }
}

test('lines become paragraphs and lists, numbered as they were', () => {
  expect(renderHtml(quotesOnly([quote('First:\n3. Open\n4) Close\n- a\n• b\nEnd')]))).toBe(
    '<p>First:</p><ol start="3"><li>Open</li><li>Close</li></ol><ul><li>a</li><li>b</li></ul><p>End</p>',
  )
})

test('a page with a url is linked, one without is not', () => {
  expect(renderHtml(quotesOnly([quote('x', { url: 'https://a.example/?a=1&b=2', title: 'A & B' })]))).toContain(
    '<a href="https://a.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">A &amp; B</a>',
  )
  expect(renderHtml(quotesOnly([quote('x')]))).not.toContain('<a')
})

test('no text, title or url can become markup', () => {
  const hostile = fc.oneof(
    fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', ' ', 'a', '=', 'script', 'onload', '1.', '- ', '\n'),
    }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(hostile, hostile, hostile, (text, title, path) => {
      const url = `https://a.example/${path}`
      const seen = see(renderHtml(quotesOnly([quote(text, { title, url })])))
      for (const name of seen.names) expect(['p', 'ul', 'ol', 'li', 'a']).toContain(name)
      for (const attributes of seen.attributes) {
        for (const name of Object.keys(attributes)) expect(['href', 'target', 'rel', 'start']).toContain(name)
      }
    }),
  )
})

test('plain text is the quotes themselves', () => {
  expect(renderText(quotesOnly([quote('<b>one</b>'), quote('two')]))).toBe('<b>one</b>\n\ntwo')
})
