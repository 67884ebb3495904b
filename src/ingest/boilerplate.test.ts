import { describe, expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'

const BODY = '<p>The answer stands in this paragraph, which is long enough to matter.</p>'
const BODY_TEXT = 'The answer stands in this paragraph, which is long enough to matter.'

function links(count: number): string {
  return Array.from({ length: count }, (_, index) => `<li><a href="/p${index}">Page ${index}</a></li>`).join('')
}

describe('left out and counted', () => {
  test.each([
    '<nav><a href=x>Gone</a></nav>',
    '<header><a href=/>Gone</a></header>',
    '<header><h1>Gone</h1></header>',
    '<footer><p>Gone, all rights reserved. Really.</p></footer>',
    '<aside><p>Gone, an advertisement. Buy it.</p></aside>',
    '<div role=navigation>Gone</div>',
    '<div role=banner>Gone</div>',
    '<div role=contentinfo>Gone</div>',
    '<div role=search>Gone</div>',
    '<div role=complementary>Gone</div>',
    '<ol class="breadcrumb"><li>Gone</ol>',
    '<div class="BreadCrumbs">Gone</div>',
    '<div id="cookie-consent"><p>Gone. We use cookies.</p></div>',
    '<div class="left sidebar"><a href=x>Gone</a></div>',
    '<div id=toc><a href=x>Gone</a></div>',
    '<div class="related_articles"><h3>Gone</h3><ul><li><a href=x>Another one</a></ul></div>',
    '<a class="skip-link" href="#main">Gone</a>',
    '<div class="footer">Gone 2020</div>',
    '<div class="was-this-helpful">Gone?</div>',
    `<div><ul><li><a href=g>Gone</a>${links(7)}</ul></div>`,
    '<ul><li><a href="#a">Gone</a><li><a href="#b">Two</a><li><a href="#c">Three</a></ul>',
  ])('%s', (furniture) => {
    const page = extractPage(`<body>${furniture}${BODY.repeat(9)}</body>`)
    expect(page.text).not.toContain('Gone')
    expect(page.text).toContain(BODY_TEXT)
    expect(page.hidden.boilerplate_characters).toBeGreaterThanOrEqual(4)
    expect(page.hidden.characters).toBe(0)
  })

  test('everything outside a main element that holds most of the text', () => {
    const page = extractPage(`<div>Outside of it all.</div><main>${BODY}</main><div>Below.</div>`)
    expect(page.text).toBe(BODY_TEXT)
    expect(page.hidden.boilerplate_characters).toBe('Outsideofitall.Below.'.length)
    expect(extractPage(`<p>Outside.</p><article>${BODY}</article>`).text).toBe(BODY_TEXT)
  })
})

describe('kept', () => {
  test.each([
    '<h2 id="sidebar">Kept</h2>',
    '<h2 id="cookies">Kept</h2>',
    '<section id="table-of-contents"><h2>Kept</h2><a href=x>all of it</a></section>',
    '<div class="has-sidebar">Kept</div>',
    '<div class="sidebar"><p>Kept, since this is prose with one <a href=x>link</a>.</p></div>',
    '<div class="tocsin breadcrumbsy">Kept</div>',
    '<article><header><h1>Kept</h1></header><p>Text.</p></article><article>b</article>',
    '<article><aside><p>Kept: a note that says something.</p></aside></article><article>b</article>',
    '<aside class="admonition">Kept</aside>',
    '<header><h1>Guide</h1><p>Kept, this introduces the guide in a sentence.</p></header>',
    '<main>Kept</main>',
    `<p>See these guides:</p><ul><li><a href=k>Kept</a>${links(9)}</ul>`,
    '<ul><li><a href=k>Kept</a><li><a href=b>b</a><li><a href=c>c</a></ul>',
    '<ul><li><a href="#">Kept</a><li><a href="#">b</a><li><a href="#">c</a></ul>',
  ])('%s', (html) => {
    expect(extractPage(`<body>${html}${BODY.repeat(9)}</body>`).text).toContain('Kept')
  })

  test('a page of nothing but boilerplate', () => {
    const nav = extractPage(`<nav><ul>${links(3)}</ul></nav>`)
    expect(nav.text).toBe('- Page 0\n- Page 1\n- Page 2')
    expect(nav.hidden.boilerplate_characters).toBe(0)
  })

  test('guesses before landmarks when too little is left', () => {
    const page = extractPage(`<nav>Menu of the site</nav><div class=toc><ul>${links(12)}</ul></div><p>Hi</p>`)
    expect(page.text).toContain('Page 11')
    expect(page.text).not.toContain('Menu')
  })

  test('a main element that holds little', () => {
    expect(extractPage(`<main>Short.</main><div>${BODY}</div>`).text).toContain(BODY_TEXT)
  })
})
