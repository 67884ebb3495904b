const ROLE = '(?:system|assistant|user|human|developer|tool|model)'

/** Shapes that stand in the prompts of models and hardly anywhere else. Over text as it is. */
const SHAPES: readonly RegExp[] = [
  // Tokens of chat templates.
  /<[|｜][\p{L}\d_▁ -]{2,40}[|｜]>/u,
  /\[\/?INST\]|<<\/?SYS>>|<\/?(?:start_of_turn|end_of_turn|bos|eos)>|\[(?:BEGIN|END|START) OF (?:SYSTEM|PROMPT|INSTRUCTIONS?)\]/,
  /<\/?(?:system|assistant|instructions?|system[_-](?:prompt|message|reminder|instructions?)|function_(?:calls?|results?)|tool_(?:calls?|use|results?|response)|passages?|sources?_?(?:text|list)|retrieved_\w+|untrusted\w*)(?:\s[^<>]{0,80})?\/?>/i,
  // Headings and lines that claim to be somebody's.
  new RegExp(
    `^[^\\S\\n]*#{1,6}\\s*(?:new |updated |end of |begin )?(?:system|assistant|human|instructions?)(?: prompt| message| instructions?)?\\s*:`,
    'im',
  ),
  new RegExp(`^[^\\S\\n]*\\[\\s*${ROLE}(?: (?:message|prompt|note|override|instructions?))?\\s*\\]\\s*:?\\s*\\S`, 'im'),
  /^[^\w\n]*(?:begin|end|start)(?:ning)? (?:of )?(?:the )?(?:system |user |untrusted |retrieved )?(?:prompt|passages?|instructions|user input)[^\w\n]*$/im,
  // Passages and citations that the page made itself.
  /^[^\S\n]*(?:\[\d{1,3}\]|passage \d{1,3}|source \d{1,3}|document \d{1,3})\s*[:(–-]?\s*(?:title|url|page|source|passage)\s*[:=]/im,
  /[[(【](?:source|passage|citation|cite|page_id)\s*[:=]?\s*\d{1,6}[\])】]/i,
  // Messages, passages and calls as JSON; the words that a model may refuse with.
  /\{\s*"n"\s*:\s*\d{1,3}\s*,\s*"(?:title|text)"\s*:/,
  /^[^\S\n]*(?:passages|conversation so far)\s*:\s*(?:$|\{)/im,
  /(?:write|reply|respond|answer|output|print|say)\s+(?:(?:with|only|just)[\s:]+)*["'“]?NO_ANSWER\b/i,
  /"role"\s*:\s*"(?:system|assistant|developer|tool|model)"/i,
  /"(?:tool_calls?|function_call|tool_use|tool_choice)"\s*:/i,
  /"(?:answer|reply|response)"\s*:\s*"[^"{}]{0,400}"\s*,\s*"(?:quotes|citations|passages)"\s*:\s*\[/i,
]

/** A line that gives the word to somebody. */
const TURN = /^[^\S\n]*[>*_-]*[^\S\n]*(system|assistant|ai|chatbot|bot|model|user|human|customer)[*_]*\s*:\s*\S/gim
const MACHINES: ReadonlySet<string> = new Set(['assistant', 'ai', 'chatbot', 'bot', 'model'])

/** True for a conversation with a machine that is written out: somebody else speaks in it, too. */
function hasFakeTurns(text: string): boolean {
  const speakers = new Set([...text.matchAll(TURN)].map(([, speaker = '']) => speaker.toLowerCase()))
  return (
    [...speakers].some((speaker) => MACHINES.has(speaker)) && [...speakers].some((speaker) => !MACHINES.has(speaker))
  )
}

/** True for text that imitates the parts of a prompt. Takes text as it is. */
export function hasPromptMarkup(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text)) || hasFakeTurns(text)
}
