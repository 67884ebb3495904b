export { findContradictions, passagesAgainst, type Contradiction } from './contradictions.ts'
export { isNewer } from './is-newer.ts'
export { collapseCopies } from './near-duplicates.ts'
