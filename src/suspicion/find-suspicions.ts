import type { Suspicion } from '../db/index.ts'
import { decodings, hasSpacedInstructions } from './encoded-text.ts'
import { hasExfiltrationLink } from './exfiltration.ts'
import { foldLookAlikes, foldText } from './fold-text.ts'
import { hasInstructions } from './instructions.ts'
import { hasPromptMarkup } from './prompt-markup.ts'

/**
 * Why a text looks as if it was written for a model and not for people; empty for nearly every text. Disguises are
 * looked for only where nothing is said openly. Pure; time is linear in the text's length.
 */
export function findSuspicions(text: string): Suspicion[] {
  const folded = foldText(text)
  const found: Suspicion[] = []
  if (hasInstructions(folded)) found.push('instructions_to_model')
  if (hasPromptMarkup(text)) found.push('prompt_markup')
  if (hasExfiltrationLink(text)) found.push('exfiltration_link')
  if (found.length > 0) return found

  const lookAlike = foldLookAlikes(folded)
  if (lookAlike !== undefined && hasInstructions(lookAlike)) found.push('mixed_scripts')
  if (hasSpacedInstructions(text) || decodings(text).some(saysOpenly)) found.push('encoded_instructions')
  return found
}

function saysOpenly(decoded: string): boolean {
  return hasInstructions(foldText(decoded)) || hasPromptMarkup(decoded)
}
