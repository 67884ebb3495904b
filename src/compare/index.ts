export { findContradictions, passagesAgainst, type Contradiction, type Stretch } from './contradictions.ts'
export { isNewer } from './is-newer.ts'
export { collapseCopies } from './near-duplicates.ts'
export { presentContradictions } from './present.ts'
