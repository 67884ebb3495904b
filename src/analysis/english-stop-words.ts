/**
 * English function words and the scaffolding of questions. Written here, not taken from a list, because lists made
 * for other uses lack what questions are made of ('i', 'does', 'please', contractions) or hold words that carry the
 * question in support text. Kept as content on purpose: able, name, value, new, help, use, make, off, out, up, down,
 * over, under, before, after, without, no, not, never, all, only, own, same, more, most, other, between, and numbers:
 * "turn off", "sign out", "before I pay" and "own domain" mean something.
 * Contractions appear as the tokenizer leaves them: "don't" is `dont`, while "I'm" and "it's" lose their ending.
 */
export const ENGLISH_STOP_WORDS: readonly string[] = [
  'a an the this that these those',
  'i me my mine myself we us our ours ourselves you your yours yourself yourselves',
  'he him his himself she her hers herself it its itself they them their theirs themselves',
  'am is are was were be been being do does did doing done have has had having',
  'will would shall should can could may might must ought gonna',
  'dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt havent hadnt mustnt cannot',
  'how what when where which who whom whose why whether',
  'and but or nor if then than because while so as until though although',
  'of to in on at by for from with into onto about during upon via within',
  'there here just also too very really such some any each both ever',
  'please hi hello hey thanks thank wondering want wants wanted need needs get got getting let lets like',
  'eg ie etc im ive youre youve theyre theyve',
]
  .join(' ')
  .split(' ')
