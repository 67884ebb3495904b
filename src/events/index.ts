export {
  deleteOldEvents,
  lastEventBefore,
  readAfter,
  type ConversationNews,
  type EventPosition,
  type StoredEvent,
} from './event-log.ts'
export { EventSignal, type EventPlace } from './event-signal.ts'
export { Outbox, type NewEvent } from './outbox.ts'
