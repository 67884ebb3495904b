export {
  ANSWER_MODES,
  DEGRADATIONS,
  type Answer,
  type Answered,
  type Answerer,
  type NearPage,
  type Quote,
} from './answer.ts'
export { makeExtractiveAnswerer } from './extractive-answerer.ts'
export type { Turn } from './follow-up.ts'
export { makeModelAnswerer } from './generated/model-answerer.ts'
export type { ModelPrices } from './generated/usage-meter.ts'
export { escapeHtml, renderHtml, renderText } from './render.ts'
export { answerRoutes } from './routes.ts'
