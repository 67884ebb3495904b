import { sql } from 'kysely'
import type { AnswerLength, Database, Formality } from '../../db/index.ts'
import { runPrepared } from '../../db/index.ts'
import { isOpenTo, type Asker } from '../../retrieval/index.ts'

/** What the operator asks of answers, as it applies to one asker. Operators are trusted; pages are not. */
export interface Guidance {
  readonly tone: string | null
  readonly length: AnswerLength
  readonly formality: Formality | null
  /** `asker` for that of who asks, or an ISO 639 code. */
  readonly language: string
  /** In the operator's order. */
  readonly rules: readonly { readonly title: string; readonly text: string; readonly category: string }[]
}

export const DEFAULT_GUIDANCE: Guidance = {
  tone: null,
  length: 'standard',
  formality: null,
  language: 'asker',
  rules: [],
}

/** The guidance of a workspace with the rules that are for this asker. */
export async function readGuidance(db: Database, asker: Asker): Promise<Guidance> {
  const { workspaceId } = asker
  const held = sql`
    select held.audience_id from guidance_rule_audience held
    where held.workspace_id = r.workspace_id and held.ordinal = r.ordinal`
  const rows = await runPrepared(
    db,
    sql<Guidance>`
      select g.tone, g.length, g.formality, g.language, coalesce((
        select jsonb_agg(jsonb_build_object('title', r.title, 'text', r.text, 'category', r.category) order by r.ordinal)
        from guidance_rule r
        where r.workspace_id = g.workspace_id and r.is_active and ${isOpenTo(asker, held)}), '[]') as rules
      from guidance g where g.workspace_id = ${workspaceId}`,
  )
  return rows[0] ?? DEFAULT_GUIDANCE
}

const LENGTH_LINES: Readonly<Record<AnswerLength, string | undefined>> = {
  concise: 'Answer in as few sentences as will do.',
  standard: undefined,
  thorough: 'Answer thoroughly: with all steps, conditions and exceptions.',
}

const FORMALITY_LINES: Readonly<Record<Formality, string>> = {
  formal: 'Address the user formally; where the language has a formal pronoun, use it.',
  informal: 'Address the user informally; where the language has a familiar pronoun, use it.',
}

/** The guidance as lines of instructions for a model; none where nothing was asked for. */
export function guidanceLines({ tone, length, formality, language, rules }: Guidance): string[] {
  return [
    tone === null ? undefined : `Tone: ${oneLine(tone)}`,
    LENGTH_LINES[length],
    formality === null ? undefined : FORMALITY_LINES[formality],
    language === 'asker' ? undefined : `Answer in the language with the ISO 639 code "${language}".`,
    ...rules.map(({ title, text }) => `${oneLine(title)}: ${oneLine(text)}`),
  ].filter((line) => line !== undefined)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
