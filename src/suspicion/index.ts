export { findSuspicions } from './find-suspicions.ts'
export { isStuffed } from './keyword-stuffing.ts'
export { hasSmuggledCharacters } from './smuggled-characters.ts'
