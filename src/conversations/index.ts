export { giveUp, makeAgentPolicy } from './agent-policy.ts'
export { Chronicle } from './chronicle.ts'
export { concludeTurn } from './conclude-turn.ts'
export type { Conversation, Memory, NewPart, Part, Purpose } from './conversation.ts'
export { findContactIdOf, insertConversation, lockConversation, updateConversation } from './conversation-store.ts'
export type { Happening, NarrationContext, Narrator } from './happening.ts'
export { makeInactivityWork } from './inactivity.ts'
export { readHtmlBody, readMessageBody, textToHtml } from './message-body.ts'
export { insertPart } from './part-store.ts'
export { rateConversation, type RatingOutcome } from './rate-conversation.ts'
export { beginWithoutMessage, receiveMessage, type ReceiveDeps, type Received } from './receive-message.ts'
export { agentSettingsRoutes, conversationRoutes } from './routes.ts'
export { lockScene, type Scene } from './scene.ts'
export {
  AgentSettingsChange,
  changeAgentSettings,
  readAgentSettings,
  readStoredSettings,
  writeStoredSettings,
} from './settings.ts'
export { Teammates } from './teammates.ts'
export { makeTurnWork, releaseTurns } from './turn-worker.ts'
export type { Saying, TurnContext, TurnOutcome, TurnPolicy } from './turn-outcome.ts'
