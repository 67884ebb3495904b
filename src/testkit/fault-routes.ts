import { IdParams, requireId, type Api } from '../http/index.ts'
import { notFound, parameterInvalid } from '../kernel/index.ts'
import type { Faults, PlannedFault } from './faults.ts'
import { FaultBody, parseFault } from './parse-fault.ts'
import { TEST_KIT_PATH } from './watch-requests.ts'

const config = { scope: 'admin' } as const
const MAX_FAULTS = 100

/** What goes wrong on purpose: adding, looking, taking back. */
export function faultRoutes(app: Api, faults: Faults): void {
  const path = `${TEST_KIT_PATH}/faults`

  app.get(path, { config }, async ({ workspaceId }) => {
    const all = faults.list(workspaceId)
    return { type: 'list', data: all.map(presentFault), total_count: all.length }
  })

  app.post(path, { config, schema: { body: FaultBody } }, async ({ workspaceId, body }) => {
    const fault = parseFault(body)
    if (faults.list(workspaceId).length >= MAX_FAULTS) {
      throw parameterInvalid('kind', `There are ${MAX_FAULTS} faults already`)
    }
    return presentFault(faults.add(workspaceId, fault))
  })

  app.delete(path, { config }, async ({ workspaceId }, reply) => {
    faults.clear(workspaceId)
    return reply.code(204).send()
  })

  app.delete(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }, reply) => {
    if (!faults.remove(workspaceId, requireId(params.id, 'Fault'))) throw notFound('Fault')
    return reply.code(204).send()
  })
}

function presentFault({ id, fault, timesLeft }: PlannedFault) {
  return { type: 'fault' as const, id: String(id), ...fault, times_left: timesLeft }
}
