import type { LanguageWords } from './language-words.ts'
import { bg } from './languages/bg.ts'
import { cs } from './languages/cs.ts'
import { de } from './languages/de.ts'
import { el } from './languages/el.ts'
import { en } from './languages/en.ts'
import { hr } from './languages/hr.ts'
import { hu } from './languages/hu.ts'
import { pl } from './languages/pl.ts'
import { ru } from './languages/ru.ts'
import { sk } from './languages/sk.ts'
import { sl } from './languages/sl.ts'
import { sr } from './languages/sr.ts'
import { tr } from './languages/tr.ts'
import { uk } from './languages/uk.ts'

/** The languages that the agent speaks, by the code that detection gives. */
export const LANGUAGES: Readonly<Record<string, LanguageWords>> = {
  bg,
  cs,
  de,
  el,
  en,
  hr,
  hu,
  pl,
  ru,
  sk,
  sl,
  sr,
  tr,
  uk,
}
