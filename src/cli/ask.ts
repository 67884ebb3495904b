import { parseArgs } from 'node:util'
import { systemClock } from '../kernel/index.ts'
import { ASKER_HELP, ASKER_OPTIONS, toAskerFields } from './asker-options.ts'
import { onePositional, type Command } from './command.ts'
import { connect, CONNECTION_HELP, CONNECTION_OPTIONS } from './connection-options.ts'
import { say } from './terminal.ts'
import { writeAnswer, type WireAnswer } from './write-answer.ts'

export const askCommand: Command = {
  help: `
Usage: dorsal ask "QUESTION" [OPTIONS]

Asks a running server and prints the answer with its citations. A refusal is an answer too: exit code 0.

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
  const body = { question: onePositional(positionals, 'question'), ...toAskerFields(values) }
  const answer = await connect(values, process.env).json<WireAnswer>('POST', '/dorsal/v1/answers', { body })
  say(values.json ? JSON.stringify(answer, null, 2) : writeAnswer(answer, systemClock.now()))
  return 0
}
