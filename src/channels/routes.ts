import type { Database } from '../db/index.ts'
import { requireVersion, type Api } from '../http/index.ts'
import type { Clock } from '../kernel/index.ts'
import { changeChannelSettings, readChannelSettings } from './channel-settings.ts'
import type { CustomChannel } from './custom-channel.ts'
import { ChannelSettingsBody } from './flow.ts'
import { AttributeBody, NewConversationBody, NewMessageBody, QuickReplyBody } from './schemas.ts'

const write = { scope: 'write_conversations' } as const
const admin = { scope: 'admin' } as const
const SINCE = '2.14'

/** Intercom's Custom Channel Events (facts §3): events that come in. */
export const customChannelRoutes =
  ({ channel }: { readonly channel: CustomChannel }) =>
  (app: Api): void => {
    app.register(async (plugin) => {
      const scope = plugin as unknown as Api
      const path = '/custom_channel_events'
      scope.addHook('preValidation', async ({ apiVersion }) => requireVersion(apiVersion, SINCE))

      scope.post(
        `${path}/notify_new_conversation`,
        { config: write, schema: { body: NewConversationBody } },
        ({ workspaceId, apiVersion, body }) => channel.begin(workspaceId, apiVersion, body),
      )

      scope.post(
        `${path}/notify_new_message`,
        { config: write, schema: { body: NewMessageBody } },
        ({ workspaceId, apiVersion, body }) =>
          channel.add(workspaceId, apiVersion, body, { kind: 'message', body: body.body }),
      )

      scope.post(
        `${path}/notify_quick_reply_selected`,
        { config: write, schema: { body: QuickReplyBody } },
        ({ workspaceId, apiVersion, body }) =>
          channel.add(workspaceId, apiVersion, body, { kind: 'quick_reply', optionId: body.quick_reply_option_id }),
      )

      scope.post(
        `${path}/notify_attribute_collected`,
        { config: write, schema: { body: AttributeBody } },
        ({ workspaceId, apiVersion, body }) => {
          const { id, value } = body.attribute
          return channel.add(workspaceId, apiVersion, body, { kind: 'attribute', id, value })
        },
      )
    })
  }

/** Dorsal's own: what happens in the channel's conversations; at Intercom a workflow says so. */
export const channelSettingsRoutes =
  ({ db, clock }: { readonly db: Database; readonly clock: Clock }) =>
  (app: Api): void => {
    const path = '/dorsal/v1/custom_channel'

    app.get(path, { config: admin }, ({ workspaceId }) => readChannelSettings(db.reader, workspaceId))

    app.put(path, { config: admin, schema: { body: ChannelSettingsBody } }, ({ workspaceId, body }) =>
      changeChannelSettings(db, workspaceId, body, new Date(clock.now())),
    )
  }
