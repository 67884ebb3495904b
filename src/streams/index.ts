export { makeStreamAddresses, type StreamAddresses, type StreamTarget } from './stream-addresses.ts'
export { StreamHub, type StreamLimits } from './stream-hub.ts'
export type { StreamFaults } from './stream-reader.ts'
export { streamRoutes } from './stream-routes.ts'
