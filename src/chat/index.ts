export {
  ChatModelError,
  type ChatFailure,
  type ChatMessage,
  type ChatModel,
  type ChatReply,
  type ChatRequest,
  type TokenUsage,
} from './chat-model.ts'
export { CHAT_TIMEOUTS, openAiChatModel, type ChatTimeouts } from './openai-chat-model.ts'
