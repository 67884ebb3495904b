import { createHash } from 'node:crypto'

/** A page as it goes to the server, without its source. */
export interface PageBody {
  readonly external_id: string
  readonly title: string
  readonly html: string
  readonly url?: string
  readonly locale: string
  readonly ai_agent_availability: boolean
  readonly ai_copilot_availability: boolean
  readonly ai_sales_agent_availability?: boolean
}

export interface PageToSend {
  /** Where it was read, for people: `line 12`, or a file's path. */
  readonly origin: string
  readonly page: PageBody
}

/** What a reader finds: a page, or the reason why there is none. */
export type InputItem = PageToSend | { readonly origin: string; readonly fault: string }

/** What the command line says about availability; undefined leaves it to the input, and then to true. */
export interface Availability {
  readonly agent: boolean | undefined
  readonly copilot: boolean | undefined
}

/** Changes with anything that the server would be told. */
export function hashPage(page: PageBody): string {
  return createHash('sha256').update(JSON.stringify(page)).digest('base64url')
}
