import { errors, jwtVerify, SignJWT } from 'jose'
import type { Reader } from '../db/index.ts'
import { parseId, type Clock } from '../kernel/index.ts'

/** Which conversation's events somebody wants to hand out. */
export interface StreamTarget {
  readonly workspaceId: number
  readonly appId: string
  readonly conversationId: number
  /** The conversation's id as the application gave it. */
  readonly externalId: string
  /** The id of the last event so far: the stream begins after it, and ends with the turn that is under way now. */
  readonly afterEvent: number
  /** Whether the reader also gets what happened in the last two minutes: `/fin/start` only (facts §4.7). */
  readonly rewind: boolean
}

/** What the bearer of a token may read. */
export interface StreamGrant {
  readonly workspaceId: number
  readonly conversationId: number
  /** `fin_agent_api:{app}:{conversation}`, the name that the address gives to the stream. */
  readonly channel: string
  readonly after: number
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

export interface StreamAddresses {
  /** @returns the `sse_subscription_url` (facts §4.7), good for three minutes */
  address(target: StreamTarget): Promise<string>
  /** @returns undefined for a token that is not ours, was changed, or has expired */
  verify(token: string): Promise<StreamGrant | undefined>
}

interface Claims {
  readonly channel: string
  readonly conversation: number
  readonly after: number
  readonly exp: number
}

const ALGORITHM = 'HS256'
/** The workspace's key signs other things, too; none of them opens a stream. */
const AUDIENCE = 'event-stream'
const LIFETIME_SECONDS = 180

/** Makes and checks the addresses of event streams. The token is signed with the key of its workspace. */
export function makeStreamAddresses(deps: {
  readonly db: Reader
  readonly clock: Clock
  /** Where clients reach this server, without a trailing slash. */
  readonly publicUrl: () => string
}): StreamAddresses {
  const { db, clock, publicUrl } = deps
  const keys = new Map<number, Uint8Array>()

  async function findKey(workspaceId: number): Promise<Uint8Array | undefined> {
    const known = keys.get(workspaceId)
    if (known !== undefined) return known
    const row = await db.selectFrom('workspace').select('signing_key').where('id', '=', workspaceId).executeTakeFirst()
    if (row !== undefined) keys.set(workspaceId, row.signing_key)
    return row?.signing_key
  }

  return {
    async address({ workspaceId, appId, conversationId, externalId, afterEvent, rewind }) {
      const key = await findKey(workspaceId)
      if (key === undefined) throw new Error(`there is no workspace ${workspaceId}`)
      const name = `fin_agent_api:${appId}:`
      const token = await new SignJWT({
        channel: name + externalId,
        conversation: conversationId,
        after: afterEvent,
        exp: Math.floor(clock.now() / 1000) + LIFETIME_SECONDS,
      } satisfies Claims)
        .setProtectedHeader({ alg: ALGORITHM, kid: String(workspaceId) })
        .setAudience(AUDIENCE)
        .sign(key)
      return (
        `${publicUrl()}/event-stream?channels=${name}${encodeURIComponent(externalId)}&accessToken=${token}` +
        (rewind ? '&rewind=2m' : '')
      )
    },

    async verify(token) {
      let workspaceId: number | undefined
      try {
        const { payload } = await jwtVerify<Claims>(
          token,
          async ({ kid }) => {
            workspaceId = typeof kid === 'string' ? parseId(kid) : undefined
            const key = workspaceId === undefined ? undefined : await findKey(workspaceId)
            if (key === undefined) throw new errors.JWSInvalid('unknown workspace')
            return key
          },
          { algorithms: [ALGORITHM], audience: AUDIENCE, currentDate: new Date(clock.now()) },
        )
        if (workspaceId === undefined) return undefined
        const { conversation, channel, after, exp } = payload
        return { workspaceId, conversationId: conversation, channel, after, expiresAt: exp * 1000 }
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
