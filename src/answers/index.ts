export { type Answer, type Answered, type Answerer, type NearPage, type Quote } from './answer.ts'
export { makeCustomAnswerer } from './custom/custom-answerer.ts'
export { CustomAnswers } from './custom/custom-answers.ts'
export { customAnswerRoutes } from './custom/routes.ts'
export { WriteCustomAnswer } from './custom/schemas.ts'
export type { Evidence } from './evidence.ts'
export {
  decideExtractively,
  EXTRACTIVE_SETTINGS,
  findBest,
  makeEvidenceGatherer,
  makeExtractiveAnswerer,
  type Decision,
} from './extractive-answerer.ts'
export type { Turn } from '../retrieval/index.ts'
export { makeModelAnswerer } from './generated/model-answerer.ts'
export { GENERATED_SETTINGS } from './generated/verify-claim.ts'
export type { ModelPrices } from './generated/usage-meter.ts'
export { readGuidance, type Guidance } from './guidance/guidance.ts'
export { changeGuidance } from './guidance/guidance-store.ts'
export { guidanceRoutes } from './guidance/routes.ts'
export { GuidanceChange, GuidanceRule } from './guidance/schemas.ts'
export { escapeHtml, renderHtml, renderText } from './render.ts'
export { findAnswer, forgetAnswers } from './record/answer-store.ts'
export { recordAnswers } from './record/record-answers.ts'
export { makeReplayAnswer } from './record/replay-answer.ts'
export { storedAnswerRoutes } from './record/routes.ts'
export type { AnswerSettings } from './record/stored-answer.ts'
export { unpackEvidence } from './record/stored-evidence.ts'
export { answerRoutes } from './routes.ts'
export { FEATURES, featuresOf, type Support } from './support.ts'
