import { DISGUISES } from './disguises.ts'
import { HIDDEN_ORDERS } from './hidden-orders.ts'
import type { HostilePage } from './hostile-page.ts'
import { IMITATIONS } from './imitations.ts'
import { ORDERS, TRANSLATED_ORDERS } from './orders.ts'
import { INJECTIONS, PLACES } from './places.ts'

export { canaryOf, EVIL, subjectOf, type HostilePage } from './hostile-page.ts'

/** Pages that tell a model what to do. */
export const INSTRUCTING: readonly HostilePage[] = [
  ...ORDERS,
  ...TRANSLATED_ORDERS,
  ...IMITATIONS,
  ...DISGUISES,
  ...HIDDEN_ORDERS,
  ...PLACES,
]

/** All of them, also those that attack the browser of whoever is answered. */
export const HOSTILE_PAGES: readonly HostilePage[] = [...INSTRUCTING, ...INJECTIONS]
