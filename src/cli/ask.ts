import { parseArgs } from 'node:util'
import { systemClock } from '../kernel/index.ts'
import { ASKER_HELP, ASKER_OPTIONS, toAskerFields } from './asker-options.ts'
import { onePositional, type Command } from './command.ts'
import { connect, CONNECTION_HELP, CONNECTION_OPTIONS } from './connection-options.ts'
import { readAnswerStream } from './read-answer-stream.ts'
import { say } from './terminal.ts'
import { growingText, writeAnswer, type WireAnswer } from './write-answer.ts'

export const askCommand: Command = {
  help: `
Usage: dorsal ask "QUESTION" [OPTIONS]

Asks a running server and prints the answer with its citations, on a terminal while it is written. A refusal is an
answer too: exit code 0.

${ASKER_HELP}
${CONNECTION_HELP}
  --json                print the server's answer as JSON

Examples:
  dorsal ask "How do I reset my password?"
  dorsal ask "What does the Pro plan cost?" --attribute plan=pro --agent ai_copilot
  dorsal ask "Where are my invoices?" --json | jq .citations
`,
  run: ask,
}

async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...ASKER_OPTIONS, ...CONNECTION_OPTIONS, json: { type: 'boolean', default: false } },
  })
  // Who asks here can mend the pages.
  const asker = { ...toAskerFields(values), contradictions: true }
  const body = { question: onePositional(positionals, 'question'), ...asker }
  const client = connect(values, process.env)
  if (process.stdout.isTTY && !values.json) {
    const response = await client.open('POST', '/dorsal/v1/answers', { body: { ...body, stream: true } })
    const growing = growingText((text) => process.stdout.write(text))
    const answer = await readAnswerStream(client.lines(response), (text) => growing.show(text))
    growing.end(writeAnswer(answer, systemClock.now()))
    return 0
  }
  const answer = await client.json<WireAnswer>('POST', '/dorsal/v1/answers', { body })
  say(values.json ? JSON.stringify(answer, null, 2) : writeAnswer(answer, systemClock.now()))
  return 0
}
