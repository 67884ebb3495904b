export { makeAnswerer, type Answer, type Answerer, type NearPage, type Quote } from './answer.ts'
export type { Turn } from './follow-up.ts'
export { escapeHtml, renderHtml, renderText } from './render.ts'
export { answerRoutes } from './routes.ts'
