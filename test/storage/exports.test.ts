import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { selectedBackends, type RunningBackend } from '../support/backends.ts'
import { fillConversations } from '../support/silent-conversations.ts'
import { type TestApp } from '../support/test-app.ts'

/** Exports of more rows than are read at a time, on every kind of database. */
describe.each(selectedBackends())('$name', (kind) => {
  let backend: RunningBackend
  let app: TestApp
  beforeAll(async () => {
    backend = await kind.start()
    app = await backend.open()
    await fillConversations(app.app.db, 2_500)
  })
  afterAll(async () => {
    await app?.[Symbol.asyncDispose]()
    await backend?.[Symbol.asyncDispose]()
  })

  async function enqueue(datasetId: string, attributeIds: string[]): Promise<string> {
    const { body } = await app.post(
      '/export/reporting_data/enqueue',
      { dataset_id: datasetId, attribute_ids: attributeIds, start_time: 0, end_time: 4_000_000_000 },
      { version: 'Preview' },
    )
    return body.job_identifier
  }

  async function ended(id: string) {
    let body: Record<string, unknown> = {}
    await expect
      .poll(async () => (body = (await app.get(`/export/reporting_data/${id}`)).body)['status'], { timeout: 30_000 })
      .not.toBe('pending')
    return body
  }

  async function lines(id: string): Promise<string[]> {
    expect(await ended(id)).toMatchObject({ status: 'complete' })
    const headers = { authorization: `Bearer ${app.token}` }
    return (await (await fetch(`${app.url}/download/reporting_data/${id}`, { headers })).text()).trimEnd().split('\n')
  }

  test('every row is in the file once, in order, while others are served', async () => {
    const id = await enqueue('conversation', ['External ID', 'channel', 'fin_ai_agent_participated'])
    const served = await Promise.all(Array.from({ length: 20 }, () => app.get('/dorsal/v1/contacts')))
    expect(served.every(({ status }) => status === 200)).toBe(true)
    const [header, ...rows] = await lines(id)
    expect(header).toBe('External ID,channel,fin_ai_agent_participated')
    expect(rows).toEqual(Array.from({ length: 2_500 }, (_, index) => `c${index + 1},Fin Agent API,false`))
  })

  test('every dataset with rows is read', async () => {
    for (const [dataset, column] of Object.entries(FIRST_COLUMNS)) {
      expect((await lines(await enqueue(dataset, [column])))[0], dataset).toBe(column)
    }
  })

  test('one that can not be written says why, and no file is left', async () => {
    const directory = join(app.dataDir, 'exports')
    rmSync(directory, { recursive: true, force: true })
    writeFileSync(directory, 'in the way')
    const id = await enqueue('conversation', ['conversation_id'])
    expect(await ended(id)).toMatchObject({
      status: 'failed',
      download_url: '',
      reason: 'The export could not be written; the log of the server says why.',
    })
    rmSync(directory)
    expect(await lines(await enqueue('conversation', ['conversation_id']))).toHaveLength(2_501)
  })
})

const FIRST_COLUMNS = {
  consolidated_conversation_part: 'response_time',
  conversation_state: 'previous_conversation_state',
  conversation_rating_sent: 'conversation_rating',
  teammate_handling_conversation: 'teammate_handling_time',
  copilot_prompt_response_pair: 'prompt',
}
