export {
  ANSWER_MODES,
  DEGRADATIONS,
  type Answer,
  type Answered,
  type Answerer,
  type NearPage,
  type Quote,
} from './answer.ts'
export { makeCustomAnswerer } from './custom/custom-answerer.ts'
export { CustomAnswers } from './custom/custom-answers.ts'
export { customAnswerRoutes } from './custom/routes.ts'
export { makeExtractiveAnswerer } from './extractive-answerer.ts'
export type { Turn } from './follow-up.ts'
export { guidanceLines, readGuidance, type Guidance } from './guidance/guidance.ts'
export { guidanceRoutes } from './guidance/routes.ts'
export { escapeHtml, renderHtml, renderText } from './render.ts'
export { answerRoutes } from './routes.ts'
