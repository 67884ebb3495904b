import type { Logger } from 'pino'
import type { Reader } from '../db/index.ts'
import { readAfter, type EventPlace, type EventSignal } from '../events/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { StreamGrant } from './stream-addresses.ts'
import { StreamReader, type NewStream } from './stream-reader.ts'

/** How much streams may take. */
export interface StreamLimits {
  readonly perConversation: number
  readonly perWorkspace: number
  /** A reader that has not taken what was written for this long is cut off. */
  readonly waitMs: number
  /** A comment is sent when nothing was for this long. */
  readonly pingMs: number
}

const LIMITS: StreamLimits = { perConversation: 20, perWorkspace: 10_000, waitMs: 30_000, pingMs: 15_000 }

/** So that one statement does not bring more than memory should hold. */
const READERS_PER_STATEMENT = 200
const EVENTS_EACH = 20
const TICK_MS = 1_000

/**
 * All open streams of this process. Events are read from the log for many readers in one statement, after the signal
 * that there are some; while nothing happens nothing is read. One timer looks after all.
 */
export class StreamHub {
  readonly #db: Reader
  readonly #clock: Clock
  readonly #log: Logger
  readonly #limits: StreamLimits
  readonly #byConversation = new Map<string, Set<StreamReader>>()
  readonly #countByWorkspace = new Map<number, number>()
  /** Those that may have something to read. */
  readonly #behind = new Set<StreamReader>()
  readonly #stopListening: readonly (() => void)[]
  readonly #timer: NodeJS.Timeout
  #isReading = false
  #isClosed = false

  constructor(deps: {
    readonly db: Reader
    readonly signal: EventSignal
    readonly clock: Clock
    readonly log: Logger
    readonly limits?: Partial<StreamLimits>
  }) {
    this.#db = deps.db
    this.#clock = deps.clock
    this.#log = deps.log
    this.#limits = { ...LIMITS, ...deps.limits }
    const tick = () => this.#tick()
    this.#stopListening = [
      deps.signal.subscribe((place) => this.#wake(this.#readersAt(place))),
      deps.clock.onMove?.(tick) ?? (() => {}),
    ]
    this.#timer = setInterval(tick, TICK_MS).unref()
  }

  /** Whether another stream of the conversation may be opened. */
  hasRoom({ workspaceId, conversationId }: StreamGrant): boolean {
    const readers = this.#byConversation.get(keyOf(workspaceId, conversationId))?.size ?? 0
    const ofWorkspace = this.#countByWorkspace.get(workspaceId) ?? 0
    return !this.#isClosed && readers < this.#limits.perConversation && ofWorkspace < this.#limits.perWorkspace
  }

  /** Serves a stream until its connection is closed. */
  open(stream: NewStream): void {
    const { grant, response } = stream
    // The client may have left meanwhile, and that is told only once.
    if (response.destroyed) return
    const reader = new StreamReader(stream, this.#clock.now(), () => this.#wake([reader]))
    const key = keyOf(grant.workspaceId, grant.conversationId)
    const readers = this.#byConversation.get(key) ?? new Set()
    this.#byConversation.set(key, readers.add(reader))
    this.#count(grant.workspaceId, 1)
    response.once('close', () => {
      readers.delete(reader)
      if (readers.size === 0) this.#byConversation.delete(key)
      this.#count(grant.workspaceId, -1)
      this.#behind.delete(reader)
    })
    this.#wake([reader])
  }

  /** Ends all streams; there will be no others. */
  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
    for (const stop of this.#stopListening) stop()
    this.#behind.clear()
    for (const reader of this.#readersAt(undefined)) reader.end(this.#clock.now())
  }

  #readersAt(place: EventPlace | undefined): Iterable<StreamReader> {
    if (place === undefined) return [...this.#byConversation.values()].flatMap((readers) => [...readers])
    if (place.conversationId === null) return []
    return this.#byConversation.get(keyOf(place.workspaceId, place.conversationId)) ?? []
  }

  #count(workspaceId: number, change: 1 | -1): void {
    const count = (this.#countByWorkspace.get(workspaceId) ?? 0) + change
    if (count === 0) this.#countByWorkspace.delete(workspaceId)
    else this.#countByWorkspace.set(workspaceId, count)
  }

  #wake(readers: Iterable<StreamReader>): void {
    for (const reader of readers) if (reader.isReady) this.#behind.add(reader)
    if (this.#behind.size > 0 && !this.#isReading) void this.#read()
  }

  async #read(): Promise<void> {
    this.#isReading = true
    let batch: StreamReader[] = []
    try {
      while (this.#behind.size > 0) {
        batch = [...this.#behind].slice(0, READERS_PER_STATEMENT)
        for (const reader of batch) this.#behind.delete(reader)
        const positions = batch.map(({ position }) => position)
        const news = await readAfter(this.#db, positions, EVENTS_EACH)
        if (this.#isClosed) break
        for (const [index, reader] of batch.entries()) {
          const own = news[index]
          if (own === undefined || !reader.isReady) continue
          if (reader.take(own, EVENTS_EACH, this.#clock.now())) this.#behind.add(reader)
        }
      }
    } catch (error) {
      if (!this.#isClosed) {
        this.#log.error({ err: error }, 'events for streams could not be read; trying again')
        for (const reader of batch) this.#behind.add(reader)
      }
    } finally {
      this.#isReading = false
    }
  }

  /** Cuts off, keeps alive, and has those read once more whose time is over. */
  #tick(): void {
    const now = this.#clock.now()
    const expired: StreamReader[] = []
    for (const reader of this.#readersAt(undefined)) {
      if (reader.waitingFor(now) >= this.#limits.waitMs) this.#cutOff(reader)
      else if (!reader.isReady) continue
      else if (now >= reader.grant.expiresAt) expired.push(reader)
      else if (reader.quietFor(now) >= this.#limits.pingMs) reader.ping(now)
    }
    this.#wake(expired)
  }

  #cutOff(reader: StreamReader): void {
    const { workspaceId, conversationId } = reader.grant
    this.#log.warn({ workspaceId, conversationId }, 'a stream was cut off: its reader does not read')
    reader.cutOff()
  }
}

function keyOf(workspaceId: number, conversationId: number): string {
  return `${workspaceId}/${conversationId}`
}
