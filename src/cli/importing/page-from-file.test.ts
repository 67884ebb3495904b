import { expect, test } from 'vitest'
import { pageFromFile, splitFrontMatter, urlOf } from './page-from-file.ts'

test.each([
  ['front matter', 'a.md', '---\ntitle: "Pay & \\"go\\""\n---\n# Heading\ntext', 'Pay & "go"'],
  ['the first heading', 'a.md', 'intro\n\n## Two *words* &amp; more\n\n# One', 'Two words & more'],
  ['the file name', 'deep/my-first_page.md', 'only text', 'My first page'],
  ['the title element', 'a.html', '<title>\n The  title </title><h1>Heading</h1>', 'The title'],
  ['the heading of an HTML fragment', 'a.htm', '<p>x</p><h2>Heading</h2>', 'Heading'],
])('the title is %s', (_from, path, text, title) => {
  expect(pageFromFile(path, text).title).toBe(title)
})

test('a title is cut where the API would refuse it', () => {
  expect(pageFromFile('a.md', `# ${'x'.repeat(300)}`).title).toHaveLength(255)
})

test('Markdown becomes HTML, with tables, and without its front matter', () => {
  const { html } = pageFromFile('a.md', '---\r\ntitle: T\r\n---\r\n**bold**\n\n| a |\n|---|\n| b |')
  expect(html).toContain('<strong>bold</strong>')
  expect(html).toContain('<td>b</td>')
  expect(html).not.toContain('title: T')
})

test('HTML is taken as it is', () => {
  expect(pageFromFile('a.html', '<p>x').html).toBe('<p>x')
})

test('a rule between paragraphs is no front matter', () => {
  expect(splitFrontMatter('text\n\n---\ntitle: x\n---\n')).toEqual({
    attributes: {},
    body: 'text\n\n---\ntitle: x\n---\n',
  })
})

test.each([
  ['guide/a b.md', 'https://x.example/docs/guide/a%20b'],
  ['guide/index.html', 'https://x.example/docs/guide'],
  ['README.md', 'https://x.example/docs'],
  ['page.html', 'https://x.example/docs/page.html'],
  ['reindex.md', 'https://x.example/docs/reindex'],
])('%s is published at %s', (path, url) => {
  expect(urlOf(path, 'https://x.example/docs/')).toBe(url)
})
