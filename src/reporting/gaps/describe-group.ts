import {
  compareText,
  groupQuestions,
  mostCommon,
  type Question,
  type Weights,
  type Wording,
} from './group-questions.ts'

/** Questions that ask for the same, and that the library does not answer well. */
export interface Gap {
  /** The most central question. */
  readonly label: string
  readonly language: string
  /** Questions: `refused` and `badlyRated` ones. */
  readonly count: number
  readonly refused: number
  readonly badlyRated: number
  readonly conversations: number
  readonly lastAskedAt: Date
  /** Newest first, none twice. */
  readonly examples: readonly { readonly text: string; readonly conversationId: number }[]
  readonly nearestPageId: number | null
}

const EXAMPLES = 5
/** Of a question that is shown, in characters. */
const SHOWN = 200

/** The gaps that these questions make, the largest first. */
export function findGaps(questions: readonly Question[]): Gap[] {
  const { groups, weights } = groupQuestions(questions)
  return groups
    .map((group) => describeGroup(group, weights))
    .toSorted(
      (a, b) =>
        b.count - a.count ||
        b.lastAskedAt.getTime() - a.lastAskedAt.getTime() ||
        compareText(a.label, b.label) ||
        compareText(a.language, b.language),
    )
}

function describeGroup(group: readonly Wording[], weights: Weights): Gap {
  const questions = group.flatMap((wording) => wording.questions)
  const refused = questions.filter(({ isRefused }) => isRefused).length
  const pages = questions.map(({ nearestPageId }) => nearestPageId).filter((id) => id !== null)
  return {
    label: shorten(findCentral(group, weights)?.text ?? ''),
    language: mostCommon(questions.map(({ language }) => language)) ?? 'en',
    count: questions.length,
    refused,
    badlyRated: questions.length - refused,
    conversations: new Set(questions.map(({ conversationId }) => conversationId)).size,
    lastAskedAt: new Date(Math.max(...questions.map(({ askedAt }) => askedAt.getTime()))),
    examples: group
      .flatMap(({ questions: [newest] }) => newest ?? [])
      .toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime() || compareText(a.text, b.text))
      .slice(0, EXAMPLES)
      .map(({ text, conversationId }) => ({ text: shorten(text), conversationId })),
    nearestPageId: mostCommon(pages) ?? null,
  }
}

/** The wording that has most of what the others have and least that they have not, the more frequent one of equals. */
function findCentral(group: readonly Wording[], weights: Weights): Wording | undefined {
  const total = group.reduce((sum, { questions }) => sum + questions.length, 0)
  const shares = new Map<string, number>()
  for (const { terms, questions } of group) {
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + questions.length / total)
  }
  let all = 0
  for (const [term, share] of shares) all += share * (weights.get(term) ?? 0)
  const centrality = ({ terms }: Wording) => {
    let own = 0
    let shared = 0
    for (const term of terms) {
      const weight = weights.get(term) ?? 0
      own += weight
      shared += weight * (shares.get(term) ?? 0)
    }
    return shared / (own + all - shared)
  }
  // Sorting keeps the order of equals, and the group has the frequent ones first.
  return group.map((wording) => ({ wording, rank: centrality(wording) })).toSorted((a, b) => b.rank - a.rank)[0]
    ?.wording
}

/** One line, never half of a character. */
function shorten(text: string): string {
  return [...text.replaceAll(/\s+/g, ' ').trim()].slice(0, SHOWN).join('')
}
