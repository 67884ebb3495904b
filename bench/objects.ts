import { sql } from 'kysely'
import { openBare } from './bare-database.ts'
import { ServerProcess } from './server-process.ts'
import { round, seconds } from './statistics.ts'

const TYPE = {
  attributes: [
    { name: 'order_number', data_type: 'text' },
    { name: 'total_amount', data_type: 'decimal' },
    {
      name: 'status',
      data_type: 'list',
      options: [
        { id: 'paid', label: 'Paid' },
        { id: 'sent', label: 'Sent' },
      ],
    },
    { name: 'buyer', data_type: 'reference', target: 'contact' },
  ],
}
const WIDTH = 16

interface Order {
  readonly externalId: string
  readonly total: number
}

/**
 * Upserts of orders over HTTP, each acknowledged when it is on the disk, beside the same rows with bare statements on the
 * same embedded PostgreSQL, one transaction each.
 */
export async function benchObjects(directories: { server: string; bare: string }, count: number) {
  // Every second one is there already.
  const orders = Array.from({ length: count }, (_, index): Order => {
    return { externalId: `order-${index >> 1}`, total: index }
  })
  const server = await ServerProcess.start(directories.server)
  let through: number
  let cpuMs: number
  try {
    await server.put('/dorsal/v1/object_types/Order', TYPE)
    const cpuBefore = server.cpuMs()
    through = await seconds(() =>
      inLanes(orders, async ({ externalId, total }) => {
        await server.post('/custom_object_instances/Order', {
          external_id: externalId,
          custom_attributes: { order_number: externalId, total_amount: total, status: 'Paid' },
        })
      }),
    )
    cpuMs = server.cpuMs() - cpuBefore
  } finally {
    await server.stop()
  }
  const straight = await writeStraight(directories.bare, orders)
  return {
    per_second: Math.round(count / through),
    straight_per_second: Math.round(count / straight),
    ratio: round(straight / through),
    cpu_ms_each: round(cpuMs / count),
  }
}

/** @returns seconds */
async function writeStraight(dataDir: string, orders: readonly Order[]): Promise<number> {
  const db = await openBare(dataDir)
  try {
    const { rows } = await sql<{ id: number }>`
      insert into object_type (workspace_id, identifier, aliases, created_at, updated_at)
      values (1, 'Order', '{}', now(), now()) returning id`.execute(db.reader)
    const type = rows[0]?.id ?? 0
    return await seconds(() =>
      inLanes(orders, ({ externalId, total }) =>
        db.transact(async (tx) => {
          const values = JSON.stringify({ order_number: externalId, total_amount: total, status: 'paid' })
          await sql`
            insert into object_instance (workspace_id, type_id, external_id, attributes, created_at, updated_at)
            values (1, ${type}, ${externalId}, ${values}, now(), now())
            on conflict (workspace_id, type_id, external_id) do update
              set attributes = object_instance.attributes || excluded.attributes, updated_at = excluded.updated_at
          `.execute(tx)
        }),
      ),
    )
  } finally {
    await db.close()
  }
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]()
  const lane = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: WIDTH }, lane))
}
