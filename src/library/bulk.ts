import { PassThrough } from 'node:stream'
import type { Logger } from 'pino'
import { makeBodyValidator, parseJsonBody, presentErrorItem, requireStorable, type Api } from '../http/index.ts'
import { DorsalError } from '../kernel/index.ts'
import type { PageWriter } from './page-writer.ts'
import { readLines, type Line } from './read-lines.ts'
import { toPagePush } from './requests.ts'
import { CreatePage } from './schemas.ts'
import type { WriteOutcome } from './write-pages.ts'

export interface BulkRouteDeps {
  readonly writer: PageWriter
  /** The longest line: a page is as large as it may be in a request of its own. */
  readonly bodyLimitBytes: number
}

/** Lines being stored at once: the writer always has a full batch waiting behind the two that it works on. */
const IN_FLIGHT = 128
/**
 * Results wait here for clients that send everything before they read anything; without room for them, such a client
 * and the server would wait for each other.
 */
const RESULT_BUFFER_BYTES = 64 * 1024 * 1024

/**
 * Dorsal's own: pages as NDJSON, each line the body of a `POST /ai/external_pages`, any number of them. One result line
 * per input line, in order, as they are stored; a line that is refused fails alone.
 */
export const bulkRoutes =
  ({ writer, bodyLimitBytes }: BulkRouteDeps) =>
  (app: Api): void => {
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      scope.post('/dorsal/v1/external_pages/bulk', { config: { scope: 'read_write_ai_content' } }, (request, reply) => {
        const output = new PassThrough({ highWaterMark: RESULT_BUFFER_BYTES })
        const input = readLines(request.raw, bodyLimitBytes)
        void pump(results(input, request.workspaceId, writer, request.log as Logger), output)
        return reply.type('application/x-ndjson; charset=utf-8').send(output)
      })
    })
  }

async function pump(lines: AsyncIterable<string>, output: PassThrough): Promise<void> {
  try {
    for await (const line of lines) {
      if (output.destroyed) return
      if (!output.write(line)) await new Promise((resolve) => output.once('drain', resolve).once('close', resolve))
    }
    output.end()
  } catch (error) {
    // The client went away in the middle of its request: what was acknowledged is stored.
    output.destroy(error as Error)
  }
}

async function* results(
  input: AsyncIterable<Line>,
  workspaceId: number,
  writer: PageWriter,
  log: Logger,
): AsyncGenerator<string> {
  const lines = input[Symbol.asyncIterator]()
  const waiting: Promise<string>[] = []
  let next = lines.next()
  try {
    for (;;) {
      const oldest = waiting[0]
      // A client may want to read one result before it sends the next line, so neither waits for the other.
      const isStored = oldest !== undefined && (waiting.length >= IN_FLIGHT || (await isFirst(oldest, next)))
      if (isStored) {
        yield await oldest
        waiting.shift()
        continue
      }
      const { done, value } = await next
      if (done === true) break
      waiting.push(storeLine(value, workspaceId, writer, log))
      next = lines.next()
    }
    yield* waiting
  } finally {
    next.catch(() => {}) // nobody reads on
  }
}

function isFirst(promise: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), other.then(() => false)])
}

const validate = makeBodyValidator(CreatePage)

async function storeLine(line: Line, workspaceId: number, writer: PageWriter, log: Logger): Promise<string> {
  try {
    if (line.bytes === undefined) throw new DorsalError('payload_too_large', 'The line is too long')
    const body = parseJsonBody(line.bytes)
    requireStorable(body)
    const fault = validate(body)
    if (fault !== undefined) throw fault
    const push = toPagePush(body as CreatePage)
    return present(line, push, await writer.write(workspaceId, push))
  } catch (error) {
    if (!(error instanceof DorsalError)) log.error({ err: error, line: line.number }, 'a bulk line failed')
    const known = error instanceof DorsalError ? error : new DorsalError('server_error', 'An internal error occurred')
    return present(line, undefined, { kind: 'rejected', error: known })
  }
}

function present(
  line: Line,
  push: { sourceId: number; externalId: string } | undefined,
  outcome: WriteOutcome,
): string {
  const identity = push === undefined ? {} : { source_id: push.sourceId, external_id: push.externalId }
  const result =
    outcome.kind === 'rejected'
      ? { line: line.number, status: 'rejected', ...identity, errors: [presentErrorItem(outcome.error)] }
      : { line: line.number, status: outcome.kind, id: String(outcome.page.id), ...identity }
  return `${JSON.stringify(result)}\n`
}
