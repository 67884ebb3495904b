import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputItem } from './page-to-send.ts'
import { listPageFiles, readFolder } from './read-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dorsal-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

test('page files are found at any depth; hidden files, links and other kinds are passed over', async () => {
  for (const path of ['b.md', 'a/deep/c.HTML', '.git/x.md', '.hidden.md', 'node_modules/m/y.md', 'image.png'])
    put(path, 'x')
  symlinkSync(join(folder, 'b.md'), join(folder, 'link.md'))
  expect(await listPageFiles(folder)).toEqual(['a/deep/c.HTML', 'b.md'])
})

test('a file that is not UTF-8, or is gone, fails alone', async () => {
  put('good.md', '# Good\n\ntext')
  put('latin1.md', Buffer.from([0x63, 0x61, 0x66, 0xe9]))
  const options = { availability: { agent: undefined, copilot: false }, urlBase: undefined }
  const items: InputItem[] = []
  for await (const item of readFolder(folder, ['gone.md', 'good.md', 'latin1.md'], options)) items.push(item)
  expect(items).toEqual([
    { origin: 'gone.md', fault: "can't be read (ENOENT)" },
    {
      origin: 'good.md',
      page: {
        external_id: 'good.md',
        title: 'Good',
        html: '<h1>Good</h1>\n<p>text</p>\n',
        locale: 'en',
        ai_agent_availability: true,
        ai_copilot_availability: false,
      },
    },
    { origin: 'latin1.md', fault: 'not valid UTF-8' },
  ])
})
