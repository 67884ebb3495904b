export { makeAnswerer, type Answer, type Answerer } from './answer.ts'
export { answerRoutes } from './routes.ts'
