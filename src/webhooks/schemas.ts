import { Type, type Static, type TSchema } from 'typebox'
import { ListQueryFields, oneOf } from '../http/index.ts'
import { TOPICS } from './topics.ts'

function nullable<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as { type?: string }).type, 'null'] })
}

const Family = oneOf(['fin_agent_api', 'custom_channel', 'notification'])

const Url = Type.String({
  pattern: '^[hH][tT][tT][pP][sS]?://[^\\s/?#]+\\S*$',
  maxLength: 2048,
  description: 'an http or https URL',
})

const Topics = Type.Array(oneOf(TOPICS), { minItems: 1, uniqueItems: true })

/** It becomes part of a header. */
const AuthenticationToken = Type.String({
  pattern: '^[!-~]{1,1024}$',
  description: '1 to 1,024 visible ASCII characters without spaces',
})

export const CreateWebhook = Type.Object({
  family: Family,
  url: Url,
  topics: Type.Optional(Topics),
  secret: Type.Optional(Type.String({ minLength: 16, maxLength: 255 })),
  authentication_token: Type.Optional(nullable(AuthenticationToken)),
})

/** What is left out stays as it is. */
export const UpdateWebhook = Type.Object({
  url: Type.Optional(Url),
  topics: Type.Optional(Topics),
  authentication_token: Type.Optional(nullable(AuthenticationToken)),
  state: Type.Optional(oneOf(['active', 'disabled'])),
})

/** The last second of the year 9999: the database knows later ones, JavaScript's dates end too. */
const MAX_UNIX_SECONDS = 253_402_300_799

export const ReplayWebhook = Type.Object({
  since: Type.Integer({ minimum: 0, maximum: MAX_UNIX_SECONDS }),
  state: Type.Optional(oneOf(['failed', 'all'])),
})

export const ListDeliveries = Type.Object({
  ...ListQueryFields,
  state: Type.Optional(oneOf(['pending', 'delivered', 'failed'])),
  webhook_id: Type.Optional(Type.String({ maxLength: 20 })),
  conversation_id: Type.Optional(Type.String({ maxLength: 20 })),
  event_name: Type.Optional(Type.String({ pattern: '^[a-z_.]{1,100}$', description: 'the name of an event' })),
})
export type ListDeliveries = Static<typeof ListDeliveries>
