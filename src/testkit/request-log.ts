import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { toUnixSeconds } from '../kernel/index.ts'

/** A request that arrived, as it is told. Never with its headers: they carry the token. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly request_id: string
  /** Unix seconds. */
  readonly received_at: number
  /** The JSON that was read; the beginning of its text where that is long; null when there was none. */
  readonly body: unknown
  readonly is_body_cut: boolean
}

const KEPT = 200
const BODY_CHARACTERS = 10_240

/** The last requests of each workspace, in memory. */
export class RequestLog {
  readonly #byWorkspace = new Map<number, ReceivedRequest[]>()

  /** @param now when it was answered */
  add(request: FastifyRequest, reply: FastifyReply, now: number): void {
    const kept = this.#byWorkspace.get(request.workspaceId) ?? []
    this.#byWorkspace.set(request.workspaceId, kept)
    // A bulk upload is read line by line and never as a whole.
    const body: unknown = request.body instanceof Readable ? null : (request.body ?? null)
    const text = JSON.stringify(body)
    const isCut = text.length > BODY_CHARACTERS
    kept.push({
      method: request.method,
      path: request.url,
      status: reply.statusCode,
      request_id: request.id,
      received_at: toUnixSeconds(new Date(now - reply.elapsedTime)),
      body: isCut ? text.slice(0, BODY_CHARACTERS) : body,
      is_body_cut: isCut,
    })
    if (kept.length > KEPT) kept.shift()
  }

  /** Oldest first. */
  list(workspaceId: number): readonly ReceivedRequest[] {
    return this.#byWorkspace.get(workspaceId) ?? []
  }

  clear(workspaceId: number): void {
    this.#byWorkspace.delete(workspaceId)
  }
}
