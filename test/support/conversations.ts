import type { EventFamily } from '../../src/db/index.ts'
import type { TestApp } from './test-app.ts'

/** A contact's conversation as the agent would have made it, without the agent. @returns its id */
export async function aConversation(app: TestApp, externalId: string, workspaceId = 1): Promise<number> {
  const now = new Date(app.clock.now())
  return app.app.db.transact(async (tx) => {
    const contact = await tx
      .insertInto('contact')
      .values({
        workspace_id: workspaceId,
        role: 'user',
        external_id: `user of ${externalId}`,
        name: null,
        email: null,
        attributes: '{}',
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const conversation = await tx
      .insertInto('conversation')
      .values({
        workspace_id: workspaceId,
        channel: 'fin_agent_api',
        external_id: externalId,
        contact_id: contact.id,
        api_version: '2.14',
        status: 'thinking',
        handler: 'agent',
        is_open: true,
        is_single_answer: false,
        turn: 1,
        turn_due_at: null,
        turn_leased_until: null,
        turn_failures: 0,
        timer: null,
        timer_at: null,
        memory: '{}',
        language: null,
        attributes: '{}',
        resolution_state: null,
        rating: null,
        rating_remark: null,
        rating_requested_at: null,
        rated_at: null,
        stream_closed_at_event: 0,
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return conversation.id
  })
}

export interface HappenedEvent {
  readonly payload: string
  readonly conversationId?: number | null
  readonly family?: EventFamily
  readonly name?: string
}

/** Adds events as a change would, of the Fin Agent API unless told. */
export async function happen(app: TestApp, ...events: readonly HappenedEvent[]): Promise<void> {
  await app.app.db.transact((tx) =>
    app.app.outbox.append(
      tx,
      1,
      events.map((event) => ({ family: 'fin_agent_api', name: 'fin_replied', conversationId: null, ...event })),
    ),
  )
}
