import type { ServerResponse } from 'node:http'
import type { ConversationNews, EventPosition, StoredEvent } from '../events/index.ts'
import type { StreamGrant } from './stream-addresses.ts'
import { frameOf, OPENING, PING } from './stream-frame.ts'

/** What goes wrong on purpose, for tests of clients. */
export interface StreamFaults {
  /** Waits before the stream is opened. */
  readonly delayMs?: number
  /** Breaks the connection after this many events, at least one. */
  readonly dropAfterFrames?: number
}

/** A stream that is to be served. */
export interface NewStream {
  readonly grant: StreamGrant
  /** The id of the last event that the reader has. */
  readonly after: number
  /** Its head is written already. */
  readonly response: Pick<ServerResponse, 'write' | 'end' | 'destroy' | 'once' | 'destroyed' | 'writableEnded'>
  readonly faults?: StreamFaults | undefined
}

/**
 * What of the news a token gives. A turn that ends closes every token that was issued before its end: nothing after
 * that end is theirs, but everything up to it is, however late the reader comes.
 */
export function dueTo(
  { after }: Pick<StreamGrant, 'after'>,
  { events, closedAtEvent }: ConversationNews,
): { readonly due: readonly StoredEvent[]; readonly isClosing: boolean } {
  if (closedAtEvent === undefined) return { due: [], isClosing: true }
  const isClosing = after < closedAtEvent
  return { due: isClosing ? events.filter(({ id }) => id <= closedAtEvent) : events, isClosing }
}

/** One open stream: how far it has got, and whether its reader takes what is written. It holds no events. */
export class StreamReader {
  readonly grant: StreamGrant
  readonly #response: NewStream['response']
  readonly #onDrain: () => void
  #after: number
  #framesLeft: number
  #writtenAt = 0
  /** Since when the reader owes us to take what was written. */
  #waitingSince: number | undefined

  /** @param onDrain called whenever the reader, having fallen behind, has taken what was written */
  constructor({ grant, after, response, faults }: NewStream, now: number, onDrain: () => void) {
    this.grant = grant
    this.#after = after
    this.#response = response
    this.#onDrain = onDrain
    this.#framesLeft = faults?.dropAfterFrames ?? Infinity
    this.#write(OPENING, now)
  }

  get position(): EventPosition {
    const { workspaceId, conversationId } = this.grant
    return { workspaceId, conversationId, after: this.#after }
  }

  /** Whether something can be written now. */
  get isReady(): boolean {
    return this.#waitingSince === undefined && !this.#response.destroyed
  }

  /** For how many milliseconds the reader has not taken what was written. */
  waitingFor(now: number): number {
    return this.#waitingSince === undefined ? 0 : now - this.#waitingSince
  }

  /** Milliseconds since the last write. */
  quietFor(now: number): number {
    return now - this.#writtenAt
  }

  /**
   * Writes what is due, as far as the reader takes it, and ends the stream with its turn or with its token.
   * @param limit how many events were asked for
   * @returns whether more may be due already
   */
  take(news: ConversationNews, limit: number, now: number): boolean {
    const { due, isClosing } = dueTo(this.grant, news)
    for (const event of due) {
      // The rest is read again once it can be written: what nobody takes must not pile up here.
      if (!this.isReady) return false
      this.#send(event, now)
    }
    if (!this.isReady) return false
    const isPage = due.length === limit
    if (now < this.grant.expiresAt && (isPage || !isClosing)) return isPage
    this.end(now)
    return false
  }

  ping(now: number): void {
    this.#write(PING, now)
  }

  end(now: number): void {
    if (this.#response.writableEnded) return
    this.#response.end()
    this.#waitingSince = now
  }

  cutOff(): void {
    this.#response.destroy()
  }

  #send(event: StoredEvent, now: number): void {
    this.#write(frameOf(event), now)
    this.#after = event.id
    if (--this.#framesLeft > 0) return
    // Called when everything before it is on its way.
    this.#response.write(PING, () => this.cutOff())
    this.#waitingSince = now
  }

  #write(text: string, now: number): void {
    this.#writtenAt = now
    if (this.#response.write(text)) return
    this.#waitingSince = now
    this.#response.once('drain', () => {
      if (this.#response.writableEnded) return
      this.#waitingSince = undefined
      this.#onDrain()
    })
  }
}
