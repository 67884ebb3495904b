export {
  checkAttributes,
  defineAttribute,
  listAttributes,
  mergeAttributes,
  parseTyped,
  ATTRIBUTE_TYPES,
} from './attributes.ts'
export { toAskerAttributes, type Contact, type ContactDescription } from './contact.ts'
export { tellNewContact } from './contact-events.ts'
export { findContact, lockBoth, lockByExternalId, mergeContacts, writeContact } from './contact-store.ts'
export { presentContact } from './present.ts'
export { DefineAttribute } from './schemas.ts'
export { attributeRoutes, contactRoutes } from './routes.ts'
