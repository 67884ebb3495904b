import { STATUS_CODES } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { refuseForRate, type Api } from '../http/index.ts'
import { DorsalError } from '../kernel/index.ts'
import type { Fault } from './parse-fault.ts'
import type { TestKit } from './test-kit.ts'

export const TEST_KIT_PATH = '/dorsal/v1/test'

/** Has faults happen to requests that got past the token, and remembers all that arrive. The kit's own are left alone. */
export function watchRequests(app: Api, { clock, faults, requests }: TestKit): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isOwn(request)) return
    const fits = (fault: Fault) => matches(fault, request)
    const slow = faults.take(['slow'], request.workspaceId, fits)
    if (slow !== undefined) await delay(slow.delay_ms, undefined, { ref: false })
    const fault = faults.take(['rate_limit', 'error'], request.workspaceId, fits)
    if (fault?.kind === 'rate_limit') refuseForRate(reply, request.rateLimit)
    if (fault?.kind === 'error') throw failure(fault.status ?? 500)
  })
  // Before the answer leaves, so that whoever has it finds the request in the list.
  app.addHook('onSend', async (request, reply) => {
    if (request.workspaceId !== 0 && !isOwn(request)) requests.add(request, reply, clock.now())
  })
}

function isOwn({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith(`${TEST_KIT_PATH}/`) === true
}

function matches({ method, path_prefix: prefix }: Fault, request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? ''
  return (method === undefined || method === request.method) && (prefix === undefined || path.startsWith(prefix))
}

function failure(status: number): DorsalError {
  const message = `${STATUS_CODES[status]}: a fault of the test kit`
  return new DorsalError(status === 500 ? 'server_error' : 'service_unavailable', message, { status })
}
