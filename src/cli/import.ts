import { parseArgs } from 'node:util'
import type { ApiClient } from './api-client.ts'
import { onePositional, positiveInteger, UsageError, type Command } from './command.ts'
import { connect, CONNECTION_HELP, CONNECTION_OPTIONS } from './connection-options.ts'
import { isDorsal } from './importing/detect-server.ts'
import { findOrCreateSource, getSource, type WireSource } from './importing/find-source.ts'
import { importPages } from './importing/import-pages.ts'
import { openInput, type Input } from './importing/open-input.ts'
import { Progress, type Totals } from './importing/progress.ts'
import { makeBulkSender } from './importing/send-bulk.ts'
import { makeSingleSender } from './importing/send-single.ts'
import { defaultStatePath, StateFile, type ImportIdentity } from './importing/state-file.ts'
import { stopSignal } from './stop-signal.ts'
import { plural, printable, say } from './terminal.ts'

export const importCommand: Command = {
  help: `
Usage: dorsal import PATH (--source ID | --source-url URL) [OPTIONS]

Pushes pages into a content import source of Dorsal, or of Intercom itself (--url https://api.intercom.io).
PATH is a folder of Markdown and HTML files, an NDJSON file with one external page a line
({"external_id", "title", "html", "url"?, ...}), or - for such lines on stdin.
Run it again after an interruption or a change: only pages that are missing or differ are sent.

  --source ID           the content import source
  --source-url URL      the source with this url; created if there is none
  --url-base URL        folders: a page's url is this and its path (without it, pages are used but not cited)
  --agent, --no-agent   whether pages answer customers (default: what a line says, else yes)
  --copilot, --no-copilot
                        whether pages answer teammates (default: what a line says, else yes)
  --dry-run             read and check the pages, send nothing
  --concurrency N       requests at once
  --state FILE          where acknowledged pages are remembered (default: below XDG_STATE_HOME or ~/.local/state)
  --fresh               send every page, whatever is remembered
${CONNECTION_HELP}

Examples:
  dorsal import docs --source-url https://help.example.com --url-base https://help.example.com/articles
  dorsal import pages.ndjson --source 3 --no-agent
  zcat export.ndjson.gz | dorsal import - --source 3 --url https://api.intercom.io
`,
  run: runImport,
}

const OPTIONS = {
  ...CONNECTION_OPTIONS,
  source: { type: 'string' },
  'source-url': { type: 'string' },
  'url-base': { type: 'string' },
  agent: { type: 'boolean' },
  copilot: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  concurrency: { type: 'string' },
  state: { type: 'string' },
  fresh: { type: 'boolean' },
} as const

async function runImport(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: OPTIONS,
  })
  const concurrency =
    values.concurrency === undefined ? undefined : positiveInteger('--concurrency', values.concurrency)
  const findSource = sourceFinder(values.source, values['source-url'], values['dry-run'] === true)
  const urlBase = values['url-base']
  if (urlBase !== undefined && !/^https?:\/\/[^/]/i.test(urlBase)) {
    throw new UsageError(`--url-base must be an http or https URL, not ${JSON.stringify(urlBase)}`)
  }
  const interrupted = new AbortController()
  const input = await openInput(onePositional(positionals, 'path'), {
    availability: { agent: values.agent, copilot: values.copilot },
    urlBase,
    signal: interrupted.signal,
  })
  if (values['dry-run'] === true) return dryRun(input)

  const client = connect(values, process.env)
  const isBulk = await isDorsal(client)
  const source = await findSource(client)
  const identity: ImportIdentity = {
    baseUrl: client.baseUrl,
    sourceId: source.id,
    sourceCreatedAt: source.created_at,
    path: input.path,
  }
  const statePath = values.state ?? defaultStatePath(identity, process.env)
  using state = StateFile.open(statePath, identity, { fresh: values.fresh === true })
  const sender = isBulk
    ? makeBulkSender(client, source.id)
    : makeSingleSender(client, source.id, (externalId) => state.knows(externalId))

  process.stderr.write(`importing into source ${source.id} (${printable(source.url)}) of ${client.baseUrl}\n`)
  const totals: Totals = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const progress = new Progress(process.stderr, input.total)
  void stopSignal().then(() => interrupted.abort(new Error('interrupted')))
  try {
    await importPages(input.items, totals, {
      sender,
      state,
      concurrency: concurrency ?? sender.defaultConcurrency,
      onProgress: (now) => progress.update(now),
      onFault: (origin, reason) => progress.fault(printable(origin), printable(reason)),
      signal: interrupted.signal,
    })
  } catch (error) {
    progress.clear()
    say(progress.summary(totals))
    process.stderr.write('dorsal: stopped; the same command goes on where this one ended\n')
    if (interrupted.signal.aborted) return 130
    throw error
  }
  progress.clear()
  say(progress.summary(totals))
  return totals.failed === 0 ? 0 : 1
}

/** @throws UsageError unless exactly one of the two names the source; a dry run needs none */
function sourceFinder(
  id: string | undefined,
  url: string | undefined,
  mayBeMissing: boolean,
): (client: ApiClient) => Promise<WireSource> {
  if (id !== undefined && url !== undefined) throw new UsageError('give --source or --source-url, not both')
  if (id !== undefined) {
    const sourceId = positiveInteger('--source', id)
    return (client) => getSource(client, sourceId)
  }
  if (url !== undefined) return (client) => findOrCreateSource(client, url)
  if (mayBeMissing) return () => Promise.reject(new Error('a dry run asked for its source'))
  throw new UsageError('give the content import source with --source ID or --source-url URL')
}

async function dryRun({ items }: Input): Promise<number> {
  let pages = 0
  let failed = 0
  for await (const item of items) {
    if ('fault' in item) {
      failed++
      process.stderr.write(`failed ${printable(item.origin)}: ${item.fault}\n`)
      continue
    }
    pages++
    const { external_id: id, title, url } = item.page
    say(printable(`${id}  ${JSON.stringify(title)}  ${url ?? '(no url)'}`))
  }
  say(`${plural(pages, 'page')} would be sent, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
