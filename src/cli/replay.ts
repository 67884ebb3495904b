import { parseArgs } from 'node:util'
import { ApiError } from './api-client.ts'
import { onePositional, UsageError, type Command } from './command.ts'
import { connect, CONNECTION_HELP, CONNECTION_OPTIONS } from './connection-options.ts'
import { say } from './terminal.ts'
import { writeReplay, type WireReplay } from './write-replay.ts'

export const replayCommand: Command = {
  help: `
Usage: dorsal replay ANSWER_ID [OPTIONS]

Makes an answer of a running server once more, from the passages that it was made from, and tells whether it is the same,
byte for byte. What a model replied then is verified again; no model is asked. dorsal ask prints the id of each answer.
Needs a token with the scope admin.

  --model               ask the model again, from the same passages: what does it say today?
  --current             ask anew on today's library, for the same asker: what did edits change?
${CONNECTION_HELP}
  --json                print the server's answer as JSON

Exit code: 0 the same, 1 different, 2 no such answer, 3 not to be compared, such as when the model gives no answer.

Examples:
  dorsal replay 2f1c9a56-0c1e-4b54-9a35-3f6a1d2b7c10
  dorsal replay 2f1c9a56-0c1e-4b54-9a35-3f6a1d2b7c10 --model
  dorsal replay 2f1c9a56-0c1e-4b54-9a35-3f6a1d2b7c10 --current
`,
  run: replay,
}

const NOT_COMPARED = 3

async function replay(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...CONNECTION_OPTIONS,
      model: { type: 'boolean', default: false },
      current: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  if (values.model && values.current) throw new UsageError('--model and --current are two ways to replay: take one')
  const id = onePositional(positionals, 'answer id')
  const path = `/dorsal/v1/answers/${encodeURIComponent(id)}/replay`
  const body = { against: values.current ? 'current' : values.model ? 'model' : 'stored' }
  let replayed: WireReplay
  try {
    replayed = await connect(values, process.env).json<WireReplay>('POST', path, { body })
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error
    throw new UsageError(`${error.origin} has no answer ${JSON.stringify(id)}; answers are kept for a while only`)
  }
  say(values.json ? JSON.stringify(replayed, null, 2) : writeReplay(replayed))
  if (replayed.obstacle !== null) return NOT_COMPARED
  return replayed.same ? 0 : 1
}
