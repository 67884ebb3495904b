import { rmSync } from 'node:fs'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { readConfig } from '../../src/app/config.ts'
import { systemClock } from '../../src/kernel/index.ts'
import { copyDataTemplate, TEST_TOKEN } from '../support/data-template.ts'
import { ServerProcess } from '../support/server-process.ts'
import { fillConversations } from '../support/silent-conversations.ts'

const CONVERSATIONS = 40_000
const REQUEST = {
  dataset_id: 'conversation',
  attribute_ids: ['External ID', 'fin_ai_agent_participated', 'conversation_handling_time', 'user_id'],
  start_time: 0,
  end_time: 4_000_000_000,
}
const authorization = `Bearer ${TEST_TOKEN}`

async function call(server: ServerProcess, path: string, body?: object): Promise<any> {
  const response = await fetch(`${server.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization, 'content-type': 'application/json', 'intercom-version': 'Preview' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}

test(
  'a server that is killed while it writes an export writes it after its next start',
  { timeout: 180_000 },
  async () => {
    const dataDir = await copyDataTemplate()
    try {
      await fill(dataDir)
      const env = { DORSAL_DATA_DIR: dataDir }
      let id: string
      {
        await using server = await ServerProcess.start(env)
        id = (await call(server, '/export/reporting_data/enqueue', REQUEST)).job_identifier
        expect((await call(server, `/export/reporting_data/${id}`)).status).toBe('pending')
        await server.kill()
      }
      await using server = await ServerProcess.start(env)
      await expect
        .poll(async () => (await call(server, `/export/reporting_data/${id}`)).status, {
          timeout: 120_000,
          interval: 250,
        })
        .toBe('complete')
      const response = await fetch(`${server.url}/download/reporting_data/${id}`, { headers: { authorization } })
      const [header, ...rows] = (await response.text()).trimEnd().split('\n')
      expect(header).toBe(REQUEST.attribute_ids.join(','))
      expect(rows).toEqual(Array.from({ length: CONVERSATIONS }, (_, index) => `c${index + 1},false,,ann`))
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
)

async function fill(dataDir: string): Promise<void> {
  const app = await buildApp({
    config: readConfig({ DORSAL_DATA_DIR: dataDir, DORSAL_ACCESS_TOKEN: TEST_TOKEN, DORSAL_EMBEDDING_MODEL: 'none' }),
    clock: systemClock,
    log: pino({ level: 'silent' }),
    onFatal(error) {
      throw error
    },
  })
  try {
    await fillConversations(app.db, CONVERSATIONS)
  } finally {
    await app.close()
  }
}
