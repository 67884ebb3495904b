import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'

/** A guess from letter statistics. `reliable` is false when the runner-up is close or there was little to go by. */
export interface DetectorGuess {
  readonly language: string
  readonly reliable: boolean
}

type Detector = typeof eld

let detector: Detector | undefined

/**
 * The model takes about a quarter of a second to build, so it is loaded when the first text needs it, and
 * synchronously, so that detection itself is a plain function. The package offers itself to `import` alone, hence
 * the detour over its resolved file.
 */
function loadDetector(): Detector {
  const require = createRequire(import.meta.url)
  const loaded: { eld: Detector } = require(fileURLToPath(import.meta.resolve('eld/extrasmall')))
  return loaded.eld
}

/** Guesses the language (ISO 639-1, '' when there is no guess) of a text in Latin, Cyrillic or Devanagari letters. */
export function guessLanguage(text: string): DetectorGuess {
  detector ??= loadDetector()
  const result = detector.detect(text)
  return { language: result.language, reliable: result.isReliable() }
}
