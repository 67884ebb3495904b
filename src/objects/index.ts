export { findOwnObjects, type FindOwnObjects, type OwnAttribute, type OwnObject } from './own-objects.ts'
