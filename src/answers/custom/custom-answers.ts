import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../db/index.ts'
import {
  DorsalError,
  notFound,
  parameterInvalid,
  type Clock,
  type ListRequest,
  type ListResult,
} from '../../kernel/index.ts'
import { toAudienceIds } from '../../library/index.ts'
import { renderLines } from '../render.ts'
import {
  listCustomAnswers,
  selectCustomAnswer,
  storeCustomAnswer,
  type CustomAnswer,
  type CustomAnswerContent,
} from './custom-answer-store.ts'
import type { WriteCustomAnswer } from './schemas.ts'

const IDENTIFIER = /^[A-Za-z0-9][\w.-]{0,99}$/

/** An answer's body: html that a browser may show as it is, and what a reader sees of it. */
export interface AnswerBody {
  readonly html: string
  readonly text: string
}

export interface CustomAnswersDeps {
  readonly db: Database
  readonly clock: Clock
  /** Makes html safe to show. */
  readonly readHtml: (html: string) => AnswerBody
}

/** Answers that people write for questions they foresee. */
export class CustomAnswers {
  readonly #db: Database
  readonly #clock: Clock
  readonly #readHtml: (html: string) => AnswerBody

  constructor({ db, clock, readHtml }: CustomAnswersDeps) {
    this.#db = db
    this.#clock = clock
    this.#readHtml = readHtml
  }

  list(workspaceId: number, request: ListRequest): Promise<ListResult<CustomAnswer>> {
    return listCustomAnswers(this.#db.reader, workspaceId, request)
  }

  /** @throws `not_found` */
  async get(workspaceId: number, identifier: string): Promise<CustomAnswer> {
    const found = IDENTIFIER.test(identifier)
      ? await selectCustomAnswer(this.#db.reader, workspaceId, identifier)
      : undefined
    if (found === undefined) throw notFound('Custom answer')
    return found
  }

  /**
   * Creates it or brings it to this content, for the next question. The same content again writes nothing.
   * @throws `parameter_invalid`, `parameter_not_found`; status 404 for unknown audiences
   */
  async write(workspaceId: number, identifier: string, body: WriteCustomAnswer): Promise<CustomAnswer> {
    if (!IDENTIFIER.test(identifier)) {
      const message = 'An identifier has 1 to 100 letters from a to z, digits, "_", "-" and "."; no sign comes first'
      throw parameterInvalid('identifier', message)
    }
    const answer = this.#readAnswer(body)
    const before = await selectCustomAnswer(this.#db.reader, workspaceId, identifier)
    if (before !== undefined && isSame(toContent(identifier, body, answer, before), before)) return before
    return this.#db.transact(async (tx) => {
      // One write at a time: what is left out stays as the write before left it.
      await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
      const known = await selectCustomAnswer(tx, workspaceId, identifier)
      const content = toContent(identifier, body, answer, known)
      await storeCustomAnswer(tx, workspaceId, content, new Date(this.#clock.now()))
      const stored = await selectCustomAnswer(tx, workspaceId, identifier)
      if (stored === undefined) throw new Error(`custom answer ${identifier} was stored and is not there`)
      return stored
    })
  }

  /** @throws `not_found` */
  async delete(workspaceId: number, identifier: string): Promise<void> {
    const { identifier: known } = await this.get(workspaceId, identifier)
    await this.#db.transact((tx) =>
      tx.deleteFrom('custom_answer').where('workspace_id', '=', workspaceId).where('identifier', '=', known).execute(),
    )
  }

  #readAnswer({ answer_html: html, answer_text: text }: WriteCustomAnswer): AnswerBody {
    if (html !== undefined && text !== undefined) {
      throw parameterInvalid('answer_text', 'answer_html and answer_text are two ways to say the same; give one')
    }
    if (text !== undefined) return { html: renderLines(text.trim()), text: text.trim() }
    if (html === undefined) {
      throw new DorsalError('parameter_not_found', 'answer_html or answer_text is required', { field: 'answer_html' })
    }
    const answer = this.#readHtml(html)
    if (answer.text === '') throw parameterInvalid('answer_html', 'answer_html says nothing that can be shown')
    return answer
  }
}

/** What a body does not say stays as it was, so that leaving out the audiences never opens an answer to everyone. */
function toContent(
  identifier: string,
  { questions, audience_ids, agents, is_active }: WriteCustomAnswer,
  answer: AnswerBody,
  before: CustomAnswer | undefined,
): CustomAnswerContent {
  return {
    identifier,
    ...answer,
    questions,
    ai_agent: agents?.includes('ai_agent') ?? before?.ai_agent ?? true,
    ai_copilot: agents?.includes('ai_copilot') ?? before?.ai_copilot ?? true,
    is_active: is_active ?? before?.is_active ?? true,
    audience_ids: toAudienceIds(audience_ids)?.toSorted((a, b) => a - b) ?? before?.audience_ids ?? [],
  }
}

function isSame(content: CustomAnswerContent, before: CustomAnswer): boolean {
  return isDeepStrictEqual({ ...before, ...content }, before)
}
