import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** Short messages between the processes that share a server; a database of one process needs none. */
export interface Notifications {
  /** Reaches every process, this one included, when the transaction commits. */
  send(tx: Transaction<Schema>, message: string): Promise<void>
  /** `undefined` means that messages may have been lost: look at everything. @returns stops listening */
  subscribe(listener: (message: string | undefined) => void): () => void
  close(): Promise<void>
}

const CHANNEL = 'dorsal'
const RECONNECT_MS = 1_000

/** Listens on a connection of its own, made again whenever it breaks. */
export function openNotifications(connectionString: string): Notifications {
  const listeners = new Set<(message: string | undefined) => void>()
  const tell = (message: string | undefined) => listeners.forEach((listener) => listener(message))
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    const candidate = new pg.Client({ connectionString, application_name: 'dorsal', keepAlive: true })
    client = candidate
    const retry = () => {
      if (isClosed || client !== candidate) return
      client = undefined
      timer = setTimeout(() => void connect(), RECONNECT_MS)
    }
    candidate.on('error', retry)
    candidate.on('end', retry)
    candidate.on('notification', ({ payload }) => tell(payload ?? undefined))
    try {
      await candidate.connect()
      await candidate.query(`listen ${CHANNEL}`)
      tell(undefined)
    } catch {
      retry()
    }
  }

  return {
    async send(tx, message) {
      await sql`select pg_notify(${CHANNEL}, ${message})`.execute(tx)
    },
    subscribe(listener) {
      if (listeners.size === 0 && client === undefined && timer === undefined) void connect()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
