import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { prepareDataTemplate } from '../support/data-template.ts'

const root = join(import.meta.dirname, '..', '..')

/** The program with a database that is made already: making one takes most of the time of a first start. */
async function aQuickProgram(directory: string): Promise<string> {
  const program = join(directory, 'program.mjs')
  const template = JSON.stringify(await prepareDataTemplate())
  const main = JSON.stringify(pathToFileURL(join(root, 'src/main.ts')).href)
  writeFileSync(
    program,
    `import { cpSync } from 'node:fs'
    cpSync(${template}, process.env.DORSAL_DATA_DIR, { recursive: true })
    await import(${main})`,
  )
  return program
}

test('the example of the documentation passes as it stands there', async () => {
  const document = readFileSync(join(root, 'docs/test-kit.md'), 'utf8')
  const [, example] = /^```js\n(.*?)^```$/ms.exec(document) ?? []
  const directory = mkdtempSync(join(tmpdir(), 'dorsal-example-'))
  try {
    writeFileSync(join(directory, 'example.test.mjs'), example ?? '')
    const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', 'example.test.mjs'], {
      cwd: directory,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DORSAL_PROGRAM: await aQuickProgram(directory) },
    })
    expect(stdout).toContain('# pass 2\n')
    expect({ status, stdout }).toMatchObject({ status: 0 })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}, 120_000)
