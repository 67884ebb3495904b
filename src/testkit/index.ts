export { failingAnswerer, failingEmbedder } from './failing-model.ts'
export { testKitRoutes } from './routes.ts'
export { streamFaultsOf } from './stream-faults.ts'
export { openTestKit, type TestKit } from './test-kit.ts'
