import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiClient } from '../api-client.ts'
import { CommandError } from '../command.ts'
import { deleteSource, findSource, findOrCreateSource } from '../importing/find-source.ts'
import { importPages } from '../importing/import-pages.ts'
import { pageFromFile } from '../importing/page-from-file.ts'
import type { InputItem } from '../importing/page-to-send.ts'
import type { Totals } from '../importing/progress.ts'
import { listPageFiles, readFolder } from '../importing/read-folder.ts'
import { makeBulkSender } from '../importing/send-bulk.ts'

/** Where the documentation would be published. */
const PUBLIC_URL = 'https://dorsal.example'

export interface FilledLibrary {
  readonly sourceId: number
  readonly pages: number
  readonly seconds: number
}

/** Pushes the project's own documentation, as any client would, into a source made for it. */
export async function fillLibrary(client: ApiClient, projectFolder: string): Promise<FilledLibrary> {
  const startedAt = performance.now()
  // Pages of an earlier run may have lost their files since.
  const earlier = await findSource(client, PUBLIC_URL)
  if (earlier !== undefined) await deleteSource(client, earlier.id)
  const source = await findOrCreateSource(client, PUBLIC_URL)

  const totals: Totals = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const faults: string[] = []
  const sender = makeBulkSender(client, source.id)
  await importPages(readDocumentation(projectFolder), totals, {
    sender,
    state: { has: () => false, add() {} },
    concurrency: sender.defaultConcurrency,
    onProgress() {},
    onFault: (origin, reason) => faults.push(`${origin}: ${reason}`),
    signal: new AbortController().signal,
  })
  if (faults.length > 0) throw new CommandError(`the documentation could not be imported:\n${faults.join('\n')}`)
  return { sourceId: source.id, pages: totals.created, seconds: (performance.now() - startedAt) / 1_000 }
}

async function* readDocumentation(projectFolder: string): AsyncGenerator<InputItem> {
  const availability = { agent: true, copilot: true }
  const readme = join(projectFolder, 'README.md')
  if (existsSync(readme)) {
    yield {
      origin: 'README.md',
      page: {
        external_id: 'README.md',
        ...pageFromFile('README.md', await readFile(readme, 'utf8')),
        url: PUBLIC_URL,
        locale: 'en',
        ai_agent_availability: true,
        ai_copilot_availability: true,
      },
    }
  }
  const docs = join(projectFolder, 'docs')
  yield* readFolder(docs, await listPageFiles(docs), { availability, urlBase: `${PUBLIC_URL}/docs` })
}
