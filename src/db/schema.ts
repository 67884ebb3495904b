import type { AnswerTables } from './tables/answer-tables.ts'
import type { ConversationTables } from './tables/conversation-tables.ts'
import type { EventTables } from './tables/event-tables.ts'
import type { LibraryTables } from './tables/library-tables.ts'
import type { ObjectTables } from './tables/object-tables.ts'
import type { ReportingTables } from './tables/reporting-tables.ts'

/** The tables as the program sees them. `workspace_id` comes first in every tenant-owned key. */
export interface Schema
  extends LibraryTables, AnswerTables, ConversationTables, EventTables, ObjectTables, ReportingTables {}

export type * from './tables/answer-tables.ts'
export type * from './tables/conversation-tables.ts'
export type * from './tables/event-tables.ts'
export type * from './tables/library-tables.ts'
export type * from './tables/object-tables.ts'
export type * from './tables/reporting-tables.ts'
