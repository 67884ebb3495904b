import { sql } from 'kysely'
import { company, conversationData, defineColumns, person } from '../column.ts'
import { RESOLUTIONS } from './conversation-columns.ts'

/** Blocks of columns that most datasets end with, as the facts name them (§6.4). */

/** [U]: the user. */
export const USER_COLUMNS = defineColumns({
  user_location_continent_code: person(),
  user_location_country_code: person(),
  user_manual_tag_ids: person(),
  user_role: person(sql`u.role`, ['u'], { labels: { user: 'User', lead: 'Lead' } }),
  user_name: person(sql`u.name`, ['u']),
  user_email: person(sql`u.email`, ['u']),
  user_pseudonym: person(),
  user_id: person(sql`u.external_id`, ['u']),
})

/** [C]: Dorsal knows no companies. */
export const COMPANY_COLUMNS = defineColumns({
  company_id: company(),
  company_name: company(),
  company_plan_id: company(),
  company_size: company(),
  company_manual_tag_ids: company(),
})

/** [A]: attributes of conversations that Intercom has built in, by display name. */
export const DATA_COLUMNS = defineColumns({
  Language: conversationData(sql`c.language`),
  'Auto-translated': conversationData(),
  'External ID': conversationData(sql`c.external_id`),
  'Fin AI Agent: Preview': conversationData(),
  'AI Tone of Voice': conversationData(),
  'AI Answer Length': conversationData(),
  'AI Pronoun Formality': conversationData(),
  'Workflow: Preview': conversationData(),
  'Fin AI Agent resolution state': conversationData(sql`c.resolution_state`, [], { labels: RESOLUTIONS }),
  'Last outbound call state': conversationData(),
  'Workspace phone number': conversationData(),
  Merged: conversationData(),
  'Fin AI Agent: Action used in reply': conversationData(),
  'Fin AI Agent: Fin workflow used': conversationData(),
  'AI Topic': conversationData(),
  'AI Subtopic': conversationData(),
  'AI Issue summary': conversationData(),
  Brand: conversationData(),
  'Created by app package code': conversationData(),
  'Slack workspace': conversationData(),
  'Slack channel': conversationData(),
  'AI Selected Category': conversationData(),
  'Copilot used': conversationData(),
})
