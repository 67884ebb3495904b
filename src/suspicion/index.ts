export { findSuspicions } from './find-suspicions.ts'
export { hasSmuggledCharacters } from './smuggled-characters.ts'
