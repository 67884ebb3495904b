import { Type, type Static } from 'typebox'

/** Changes when a file of an earlier version can't be read as one of this. */
export const RUN_VERSION = 1

const TallyValue = Type.Tuple([Type.Number(), Type.Number()])
const EstimateValue = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() })
const Percentiles = Type.Object({ p50: EstimateValue, p95: EstimateValue })

const Citation = Type.Object({
  page_id: Type.String(),
  /** Missing: the page is gone. */
  external_id: Type.Optional(Type.String()),
  quote: Type.String(),
  is_valid: Type.Boolean(),
})

const AskedQuestion = Type.Object({
  /** The dataset that it is from: another one's for a foreign question. */
  dataset: Type.String(),
  id: Type.String(),
  kind: Type.Unsafe<'answerable' | 'unanswerable' | 'foreign'>({
    type: 'string',
    enum: ['answerable', 'unanswerable', 'foreign'],
  }),
  text: Type.String(),
  history_turns: Type.Integer(),
  /** External ids of relevant pages. */
  relevant: Type.Array(Type.String()),
  search: Type.Optional(
    Type.Object({
      results: Type.Array(Type.Object({ external_id: Type.String(), score: Type.Number() })),
      took_ms: Type.Number(),
    }),
  ),
  answer: Type.Optional(
    Type.Object({
      status: Type.Unsafe<'answered' | 'refused'>({ type: 'string', enum: ['answered', 'refused'] }),
      mode: Type.String(),
      text: Type.String(),
      confidence: Type.Number(),
      citations: Type.Array(Citation),
      took_ms: Type.Number(),
    }),
  ),
  /** What it adds to each metric: gained, possible. */
  measures: Type.Record(Type.String(), TallyValue),
})
export type AskedQuestion = Static<typeof AskedQuestion>

/** A finished run, as its file holds it. Times are milliseconds as the client saw them. */
export const Run = Type.Object({
  version: Type.Literal(RUN_VERSION),
  date: Type.String(),
  dataset: Type.String(),
  settings: Type.Record(Type.String(), Type.Unknown()),
  /** What `GET /dorsal/v1/status` said before the first question. */
  server: Type.Unknown(),
  metrics: Type.Record(Type.String(), Type.Object({ ...EstimateValue.properties, questions: Type.Integer() })),
  latency_ms: Type.Object({ search: Type.Optional(Percentiles), answer: Type.Optional(Percentiles) }),
  curve: Type.Array(
    Type.Object({
      threshold: Type.Number(),
      answered: Type.Number(),
      /** Missing: nothing was answered that could be judged. */
      right: Type.Optional(Type.Number()),
    }),
  ),
  questions: Type.Array(AskedQuestion),
})
export type Run = Static<typeof Run>
