import type { Channel, Database } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { updateConversation } from './conversation-store.ts'
import { lockScene } from './scene.ts'
import type { Rating } from './settings.ts'

/** A rating as it was given; the rating itself is not checked yet. */
export interface GivenRating {
  readonly rating: unknown
  readonly remark: string | undefined
}

/** Facts §4.4, in the order in which they are looked at. */
export type RatingOutcome =
  | { readonly kind: 'rated'; readonly rating: Rating }
  | { readonly kind: 'not_found' | 'not_requested' | 'not_an_option' | 'closed' | 'locked' }

/**
 * Records a rating. The same one again without a new remark changes nothing and succeeds, however late; a first remark
 * may be added, and locks the rating.
 */
export function rateConversation(
  deps: { readonly db: Database; readonly clock: Clock; readonly chronicle: Chronicle },
  workspaceId: number,
  by: { readonly channel: Channel; readonly externalId: string },
  given: GivenRating,
): Promise<RatingOutcome> {
  return deps.db.transact(async (tx) => {
    const scene = await lockScene(tx, workspaceId, by)
    if (scene === undefined) return { kind: 'not_found' }
    const { conversation, settings } = scene
    const requestedAt = conversation.rating_requested_at
    if (requestedAt === null) return { kind: 'not_requested' }
    const rating = settings.csat.options.find((option) => option === given.rating)
    if (rating === undefined) return { kind: 'not_an_option' }

    const remark = given.remark === undefined || given.remark.trim() === '' ? undefined : given.remark
    const isRepeated = conversation.rating === rating && (remark === undefined || remark === conversation.rating_remark)
    if (isRepeated) return { kind: 'rated', rating }
    const now = new Date(deps.clock.now())
    if (now.getTime() > requestedAt.getTime() + settings.csat.window_seconds * 1_000) return { kind: 'closed' }
    if (conversation.rating_remark !== null) return { kind: 'locked' }

    const rated = await updateConversation(
      tx,
      conversation,
      { rating, rated_at: now, rating_remark: remark ?? null },
      now,
    )
    await deps.chronicle.tell(tx, { ...scene, conversation: rated }, [{ kind: 'rated' }], now)
    return { kind: 'rated', rating }
  })
}
