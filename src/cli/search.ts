import { parseArgs } from 'node:util'
import { systemClock } from '../kernel/index.ts'
import { ageOf } from './age-of.ts'
import { ASKER_HELP, ASKER_OPTIONS, toAskerFields } from './asker-options.ts'
import { onePositional, positiveInteger, type Command } from './command.ts'
import { connect, CONNECTION_HELP, CONNECTION_OPTIONS } from './connection-options.ts'
import { plural, printable, say, styled } from './terminal.ts'
import { writeContradictions, type WireContradiction } from './write-contradictions.ts'

export const searchCommand: Command = {
  help: `
Usage: dorsal search "QUERY" [OPTIONS]

Prints the best passages of a running server's library, one for each page.

  --limit N             passages at most, up to 100 (default: 5)
${ASKER_HELP}
${CONNECTION_HELP}
  --json                print the server's answer as JSON

Examples:
  dorsal search "password reset"
  dorsal search "refund" --source 3 --limit 20
  dorsal search "beta features" --attribute beta=true --json
`,
  run: search,
}

interface WireResults {
  readonly results: readonly {
    readonly title: string
    readonly url: string | null
    readonly external_id: string
    readonly heading_path: readonly string[]
    readonly passage: string
    readonly score: number
    /** When the page's content last changed, in Unix seconds. */
    readonly updated_at: number
  }[]
  readonly contradictions: readonly WireContradiction[]
  readonly took_ms: number
}

async function search(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...ASKER_OPTIONS,
      ...CONNECTION_OPTIONS,
      limit: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  })
  const body = {
    query: onePositional(positionals, 'query'),
    limit: positiveInteger('--limit', values.limit),
    ...toAskerFields(values),
    contradictions: true,
  }
  const found = await connect(values, process.env).json<WireResults>('POST', '/dorsal/v1/search', { body })
  say(values.json ? JSON.stringify(found, null, 2) : writeResults(found, systemClock.now()))
  return 0
}

const EXCERPT_LENGTH = 240

function writeResults({ results, contradictions, took_ms }: WireResults, now: number): string {
  const took = styled('dim', `(${plural(results.length, 'passage')}, ${Math.round(took_ms)} ms)`)
  if (results.length === 0) return `Nothing found. ${took}`
  const blocks = results.map((result, index) => {
    const place = result.heading_path.filter((heading) => heading !== result.title).join(' > ')
    const title = styled('bold', printable(result.title)) + (place === '' ? '' : printable(` > ${place}`))
    return [
      `${String(index + 1).padStart(2)}. ${title}  ${styled('dim', String(Number(result.score.toPrecision(3))))}`,
      `    ${styled('cyan', printable(result.url ?? result.external_id))}  ${styled('dim', `(updated ${ageOf(result.updated_at, now)})`)}`,
      `    ${excerpt(result.passage)}`,
    ].join('\n')
  })
  return [...blocks, ...writeContradictions(contradictions, now), took].join('\n')
}

function excerpt(passage: string): string {
  const line = printable(passage).replaceAll(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT_LENGTH) return line
  return `${line.slice(0, line.lastIndexOf(' ', EXCERPT_LENGTH))} ...`
}
