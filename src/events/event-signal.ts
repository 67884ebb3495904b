import type { Notifications } from '../db/index.ts'

/** Where something happened. */
export interface EventPlace {
  readonly workspaceId: number
  readonly conversationId: number | null
}

/** Called after events were stored, with where; undefined: anything may have happened anywhere. */
export type EventListener = (place: EventPlace | undefined) => void

/** Says that there are new events, in this process and, on a shared server, in the others. It may say so twice. */
export class EventSignal {
  readonly #listeners = new Set<EventListener>()

  constructor(notifications: Notifications | undefined) {
    notifications?.subscribe((message) =>
      this.tell(message === undefined ? undefined : (JSON.parse(message) as EventPlace)),
    )
  }

  /** @returns stops listening */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(place: EventPlace | undefined): void {
    for (const listener of this.#listeners) listener(place)
  }
}
