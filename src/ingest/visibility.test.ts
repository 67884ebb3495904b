import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'

const STYLES = [
  'display:none',
  'DISPLAY : None !important; display:block',
  'disp\\6c ay:none',
  'display:/* no */none',
  'visibility:hidden',
  'visibility:collapse',
  'opacity:0',
  'opacity:0.01',
  'opacity:0%',
  'filter:opacity(0)',
  'font-size:0',
  'font-size:1px',
  'font-size:0.05em',
  'font:0/0 serif',
  'width:0;height:0;overflow:hidden',
  'max-height:0;overflow-y:hidden',
  'height:1px;overflow:clip',
  'position:absolute;clip:rect(0 0 0 0)',
  'clip:rect(1px, 1px, 1px, 1px)',
  'clip-path:inset(50%)',
  'clip-path:circle(0)',
  'clip-path:polygon(0 0, 0 0, 0 0)',
  'position:absolute;left:-9999px',
  'position:fixed;top:-200em',
  'position:absolute;right:-5000px',
  'margin-left:-9999px',
  'text-indent:-9999px',
  'text-indent:100%;white-space:nowrap;overflow:hidden',
  'transform:translateX(-9999px)',
  'transform:translate(0, -3000px)',
  'transform:scale(0)',
  'zoom:0',
  'content-visibility:hidden',
  'color:white',
  'color:#fff',
  'color:#fefefe',
  'color:rgb(255 255 255 / 90%)',
  'color:rgba(0,0,0,0.01)',
  'color:hsl(0, 0%, 99%)',
  'color:transparent',
  '-webkit-text-fill-color:transparent',
  'background:black;color:black',
  'background-color:#102030;color:#112131',
]

const WRAPPERS: readonly ((inner: string) => string)[] = [
  ...STYLES.map((style) => (inner: string) => `<div style="${style}">${inner}</div>`),
  ...STYLES.filter((style) => !style.includes('disp\\')).map(
    (style) => (inner: string) => `<style>.q p, .unused{color:red} div.q{${style}}</style><div class=q>${inner}</div>`,
  ),
  (inner) => `<style>@media screen { #x { display:none } }</style><div id=x>${inner}</div>`,
  (inner) =>
    `<style>.a .b { display:none }</style><div class=a><section><div class="b c">${inner}</div></section></div>`,
  (inner) => `<style>aside-note{display:none}</style><aside-note>${inner}</aside-note>`,
  (inner) => `<div style="background:navy"><div style="color:#000080">${inner}</div></div>`,
  (inner) => `<table bgcolor=black><tr><td><font color=black>${inner}</font></td></tr></table>`,
  (inner) => `<div hidden>${inner}</div>`,
  (inner) => `<div hidden=until-found>${inner}</div>`,
  (inner) => `<div class="sr-only">${inner}</div>`,
  (inner) => `<div class="modal" aria-hidden="true">${inner}</div>`,
  (inner) => `<dialog>${inner}</dialog>`,
  (inner) => `<template>${inner}</template>`,
  (inner) => `<noscript>${inner}</noscript>`,
  (inner) => `<iframe>${inner}</iframe>`,
  (inner) => `<iframe srcdoc="${inner}"></iframe>`,
  (inner) => `<svg><text>${inner}</text></svg>`,
  (inner) => `<canvas>${inner}</canvas><video>${inner}</video><object>${inner}</object>`,
  (inner) => `<script>${inner}</script><style>${inner}</style>`,
  (inner) => `<!-- ${inner} -->`,
  (inner) => `<input type=hidden value="${inner}"><input value="${inner}"><textarea>${inner}</textarea>`,
  (inner) => `<select><option>${inner}</select>`,
  (inner) => `<img alt="${inner}" title="${inner}"><p title="${inner}">seen</p>`,
  (inner) => [...inner].map((char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0))).join(''),
]

function nest(frames: readonly string[], core: string): string {
  return frames.reduce((html, frame) => frame.replace('%', html), core)
}

describe('hidden text', () => {
  test.each(WRAPPERS.map((wrap) => [wrap('secret')]))('%s', (hidden) => {
    const page = extractPage(`<p>Before it.</p>${hidden}<p>After it.</p>`)
    expect(page.text).not.toContain('secret')
    expect(page.text).toContain('Before it.')
    expect(page.text).toContain('After it.')
  })

  test('never reaches the text, however techniques are nested', () => {
    const wrapper = fc.constantFrom(...WRAPPERS.slice(0, STYLES.length))
    const harmless = fc.constantFrom(
      '<div>%</div>',
      '<p>%</p>',
      '<b>%</b>',
      '<ul><li>%</ul>',
      '<h2>%</h2>',
      '<span lang=en>%</span>',
    )
    fc.assert(
      fc.property(
        wrapper,
        fc.array(harmless, { maxLength: 4 }),
        fc.array(harmless, { maxLength: 4 }),
        (hide, out, inner) => {
          const page = extractPage(`<p>Seen.</p>${nest(out, hide(nest(inner, 'secret')))}`)
          expect(page.text).toBe('Seen.')
          expect(page.hidden.elements).toBeGreaterThan(0)
          expect(page.hidden.characters).toBe(6)
        },
      ),
      { seed: 11, numRuns: 300 },
    )
  })

  test('is counted', () => {
    const { hidden } = extractPage(
      '<p>a\u200bb<b hidden>four</b><!-- x --><i style="color:#fff">in</i></p><script>let x</script>',
    )
    expect(hidden).toEqual({ elements: 3, characters: 7, comments: 1, boilerplate_characters: 0 })
  })
})

describe('visible text', () => {
  test.each([
    '<div style="display:block">seen</div>',
    '<div style="visibility:hidden"><p style="visibility:visible">seen</p></div>',
    '<div style="font-size:0"><span style="font-size:14px">seen</span></div>',
    '<div style="color:#fff;background:#000">seen</div>',
    '<div style="color:#fff;background:url(dark.png)">seen</div>',
    '<div style="color:#fff"><a href=x>seen</a></div>',
    '<h1 style="color:transparent;background:linear-gradient(red,blue);background-clip:text">seen</h1>',
    '<div style="background:#333"><p style="color:white">seen</p></div>',
    '<div style="left:-9999px">seen</div>',
    '<div style="width:0">seen</div>',
    '<div style="margin-left:-100%">seen</div>',
    '<div style="position:absolute;top:9000px;left:40px">seen</div>',
    '<div style="color:var(--text)">seen</div>',
    '<div style="color:#777">seen</div>',
    '<style>@media print{p{display:none}} p:hover{display:none} .x>p{display:none} .y p{opacity:0}</style><p>seen</p>',
    '<style>.a{display:none} .a.b{display:block}</style><p class="a b">seen</p>',
    '<style>body{opacity:0}</style><p>seen</p>',
    '<p aria-hidden=true>seen by readers</p>',
    '<h3><button>seen</button></h3>',
    '<details><summary>More</summary>seen</details>',
    '<p style="display:none;;display:block">seen</p>',
    '<p style="garbage;:;{};color">seen</p>',
  ])('%s', (html) => {
    expect(extractPage(html).text).toContain('seen')
  })

  test('loses decoration only', () => {
    expect(
      extractPage('<h2>Setup<a href="#setup">¶</a> <i class="material-icons" aria-hidden=true>chevron_right</i></h2>')
        .text,
    ).toBe('Setup')
    expect(extractPage('<p>Run<button class="copy">Copy</button></p>').text).toBe('Run')
  })

  test('is normalised', () => {
    const page = extractPage('<p>e\u0301 a\u0000b\u202ec\u00ad d\ufeff \ud800 x\u0301</p><pre>a\u0085b&#13;c</pre>')
    expect(page.text).toBe('é abc d \ufffd x\u0301\n\na\nb\nc')
    expect(page.text).toBe(page.text.normalize('NFC'))
  })
})
