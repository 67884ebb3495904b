import type { RawBuilder } from 'kysely'
import type { Column } from './column.ts'

/** A table of the reporting data export (facts §6.4). */
export interface Dataset {
  readonly id: string
  readonly name: string
  readonly description: string
  /** The attribute whose time a range selects by. */
  readonly defaultTimeAttributeId: string
  readonly columns: Readonly<Record<string, Column>>
  /** Whether it ends with the attributes that the workspace defined for users and conversations. */
  readonly hasOwnAttributes: boolean
  /** Undefined: Dorsal holds nothing of the kind, and the dataset has no rows. */
  readonly rows: DatasetRows | undefined
}

/**
 * Where the rows of a dataset are. They are read in two steps, so that no statement is long and nothing is held in memory:
 * first the keys of a range, then the rows of some keys at a time.
 */
export interface DatasetRows {
  /** SQL of the keys, int, that have rows in the range; in the order of the file. */
  keys(range: Range): RawBuilder<{ key: number }>
  /** SQL of what comes after `from`, up to the joins; conversations are `c` in it. */
  readonly from: RawBuilder<unknown>
  /** SQL of a row's key. */
  readonly key: RawBuilder<number>
  /** SQL of a row's workspace. */
  readonly workspaceId: RawBuilder<number>
  /** SQL of the row's time: a key may have rows outside of the range. */
  readonly time: RawBuilder<Date>
  /** SQL of the order of a key's rows. */
  readonly order: RawBuilder<unknown>
}

export interface Range {
  readonly workspaceId: number
  readonly start: Date
  /** Not in the range any more. */
  readonly end: Date
  /** Conversations in which the user never wrote are left out before version 2.16 (facts §6.3). */
  readonly withSilent: boolean
}

/** The last second of the year 9999: no range goes further. */
export const LAST_SECOND = 253_402_300_799
