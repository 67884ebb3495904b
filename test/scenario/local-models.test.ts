import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crossEncoder, encoder, ENCODER_FILES, writeModelFolder } from '../support/model-folder.ts'
import { aPage, aSource, startTestApp } from '../support/test-app.ts'
import { readableLog } from './log-lines.ts'

let work: string
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'dorsal-models-'))
})
afterEach(() => rmSync(work, { recursive: true }))

test(
  'the first search finds the local models loaded, and listening did not wait for them',
  { timeout: 120_000 },
  async () => {
    const env = { DORSAL_EMBEDDING_FOLDER: join(work, 'encoder'), DORSAL_RERANKER_FOLDER: join(work, 'reranker') }
    await writeModelFolder(env.DORSAL_EMBEDDING_FOLDER, ENCODER_FILES)
    await writeModelFolder(env.DORSAL_RERANKER_FOLDER, { ...ENCODER_FILES, 'model.onnx': crossEncoder(['dog']) })
    const { log, lines } = readableLog()
    await using app = await startTestApp({ ...env, DORSAL_EMBEDDING_MODEL: '' }, { log })
    const ready = () =>
      lines.filter(({ msg }) => msg === 'a local model is ready').map(({ model }) => model.split('@')[0])
    expect(ready()).toEqual([])
    await expect.poll(ready, { timeout: 60_000 }).toEqual(['encoder', 'reranker'])

    // Whatever is loaded from now on fails.
    for (const folder of Object.values(env)) await rm(join(folder, 'model.onnx'))
    await app.post('/ai/external_pages', aPage(await aSource(app), { title: 'dog', html: '<p>cat dog</p>' }))
    const { body } = await app.post('/dorsal/v1/search', { query: 'dog', agent: 'ai_agent' })
    expect(body).toMatchObject({ mode: 'reranked', degraded: [] })
  },
)

test(
  'a local model that can not be loaded is named at the start, and search goes on without it',
  { timeout: 120_000 },
  async () => {
    const folder = join(work, 'encoder')
    await writeModelFolder(folder, { ...ENCODER_FILES, 'model.onnx': encoder().subarray(0, 90) })
    const { log, lines } = readableLog()
    await using app = await startTestApp({ DORSAL_EMBEDDING_FOLDER: folder, DORSAL_EMBEDDING_MODEL: '' }, { log })
    await expect
      .poll(() => lines.find(({ msg }) => msg === 'a local model could not be loaded')?.['err'].message, {
        timeout: 60_000,
      })
      .toContain('model.onnx is not a model that can be run')
    const { body } = await app.post('/dorsal/v1/search', { query: 'dog', agent: 'ai_agent' })
    expect(body).toMatchObject({ mode: 'lexical', degraded: ['embedding_unavailable'] })
  },
)
