import type { Generated, JSONColumnType } from 'kysely'

/** Answers as they were given, answers by hand, and how a workspace wants answers to be. */
export interface AnswerTables {
  /** An answer as it was given, with what it was made from. */
  answer: {
    workspace_id: number
    id: string
    conversation_id: number | null
    question: string
    history: JSONColumnType<object[]>
    /** The assistant, the user's attributes, the chosen sources. */
    asker: JSONColumnType<object>
    /** Of the library when it was searched. */
    library_revision: number
    /** What else decided the answer. */
    settings: JSONColumnType<object>
    /** Null where nothing was searched for it; passages are named by their hashes. */
    evidence: JSONColumnType<object | null>
    /** What a model was asked for it. */
    usage: JSONColumnType<object | null>
    mode: string
    status: 'answered' | 'refused'
    /** The exact JSON; null once a page that it quotes is gone. */
    result: string | null
    quoted_page_ids: number[]
    created_at: Date
  }
  /** A passage as it was when answers used it. */
  answer_passage: {
    workspace_id: number
    /** SHA-256 of the content. */
    hash: Buffer
    page_id: number
    content: JSONColumnType<object>
    /** The last day on which an answer used it. */
    used_on: string
  }
  /** An answer that a person wrote beforehand. */
  custom_answer: {
    workspace_id: number
    id: Generated<number>
    identifier: string
    /** Safe to show in a browser. */
    html: string
    text: string
    /** Detected from questions and answer together: its questions are analysed as this language. */
    language: string
    ai_agent: boolean
    ai_copilot: boolean
    is_active: boolean
    created_at: Date
    updated_at: Date
  }
  /** A question that a custom answer is for. */
  custom_answer_question: {
    workspace_id: number
    custom_answer_id: number
    ordinal: number
    question: string
    /** A hash of all its words, in order. */
    key: Buffer
    /** How many terms it has. */
    term_count: number
  }
  custom_answer_term: {
    workspace_id: number
    term: string
    custom_answer_id: number
    ordinal: number
  }
  custom_answer_audience: {
    workspace_id: number
    custom_answer_id: number
    audience_id: number
  }
  guidance: {
    workspace_id: number
    tone: string | null
    length: AnswerLength
    formality: Formality | null
    /** `asker` for that of who asks, or an ISO 639 code. */
    language: string
    updated_at: Date
  }
  guidance_rule: {
    workspace_id: number
    ordinal: number
    title: string
    text: string
    category: string
    is_active: boolean
  }
  guidance_rule_audience: {
    workspace_id: number
    ordinal: number
    audience_id: number
  }
  synonym_list: {
    workspace_id: number
    list: JSONColumnType<object>
    updated_at: Date
  }
}

export type AnswerLength = 'concise' | 'standard' | 'thorough'
export type Formality = 'formal' | 'informal'
