export { ObjectInstances } from './object-instances.ts'
export { ObjectTypes } from './object-types.ts'
export { objectInstanceRoutes, objectTypeRoutes } from './routes.ts'
export { findOwnObjects, type FindOwnObjects, type OwnAttribute, type OwnObject } from './own-objects.ts'
