export { FinAgent } from './fin-agent.ts'
export { narrateToFinClient } from './fin-events.ts'
export { finRoutes } from './routes.ts'
