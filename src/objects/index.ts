export { ObjectInstances } from './object-instances.ts'
export { ObjectTypes } from './object-types.ts'
export { objectInstanceRoutes, objectTypeRoutes } from './routes.ts'
