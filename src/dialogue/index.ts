export type { Phrase } from './language-words.ts'
export { mentions } from './mentions.ts'
export { readIntent, type Intent } from './read-intent.ts'
export { ratingLabels, say } from './say.ts'
