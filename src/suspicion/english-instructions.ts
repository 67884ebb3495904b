/** Whoever a page talks to when it does not talk to people. */
const MODEL =
  '(?:ais?|llms?|(?:large )?language models?|ai (?:assistants?|agents?|models?|systems?|chatbots?|bots?|crawlers?)|chat ?bots?|chatgpt|claude|gemini|gpt|virtual assistants?|answer(?:ing)? (?:agent|assistant|engine|model|bot)s?)'
const PERSONA =
  '(?:ai|llm|language model|assistant|chat ?bot|bot|dan|persona|character|pirate|hacker|unrestricted|uncensored|unfiltered|jailbroken|evil)'
const ANSWERING =
  '(?:act|answer|respond|reply|say|speak|tell|obey|ignore|recommend|quote|write|print|output|end|begin|start)'
const words = (most: number) => `(?:[^. ]+ ){0,${most}}?`

/** Instructions as those to whom they were given call them, and weaker words that people use of other things as well. */
const ORDERS = '(?:instructions?|directives?|prompts?|guidelines?|programming|guardrails?|system messages?)'
const RULES = '(?:rules?|orders?|commands?|training|constraints?|restrictions?|directions?|context|polic(?:y|ies))'
const FORGET =
  '(?:ignor(?:e|ing)|disregard(?:ing)?|forget|overrid(?:e|ing)|bypass|neglect|overlook|discard|do not (?:follow|obey)|dont (?:follow|obey)|stop (?:following|obeying)|pay no attention to)'
const STRICTLY_FORGET = '(?:ignor(?:e|ing)|disregard(?:ing)?|forget)'
const EARLIER =
  '(?:previous|previously|prior|earlier|above|preceding|foregoing|your|system|original|initial|existing|former|old|developers?)'

/**
 * Sentences that speak to a model instead of a reader, as patterns over folded text (see `foldText`). Each needs several
 * words in their places: help pages tell people to ignore steps, to act as administrators and what the system prompts
 * for.
 */
const SENTENCES: readonly string[] = [
  // Ignore what you were told.
  `${FORGET} ${words(4)}${EARLIER} ${words(2)}${ORDERS}`,
  `${STRICTLY_FORGET} ${words(3)}(?:previous|prior|earlier|above|preceding|your) ${words(1)}${RULES}`,
  `${STRICTLY_FORGET} (?:all|every) (?:of |the |these |those |other )*${ORDERS}`,
  `${FORGET} ${words(3)}${ORDERS} (?:above|before|so far|(?:that )?you (?:were|have been|got|have|received)|given to you|from (?:before|above|the (?:system|developer|operator)))`,
  `${STRICTLY_FORGET} (?:everything|anything|all|whatever) (?:of the )?(?:above|before this|(?:that )?you (?:were|have been) told|(?:that )?(?:i|we|they) (?:said|told you)|(?:that was )?(?:said|written) (?:above|before))`,
  // Be somebody else.
  `you are (?:now|no longer|actually|henceforth|really) ${words(4)}${PERSONA}`,
  `you are no longer (?:bound|restricted|limited) by ${words(3)}(?:${ORDERS}|rules?|restrictions?|policies)`,
  `(?:act|behave|respond|answer|reply|pose|role ?play|speak|talk) (?:as|like)(?: if you (?:are|were))?(?: an?| the)? ${words(3)}(?:ai|llm|language model|chat ?bot|dan|unrestricted|uncensored|unfiltered|jailbroken|pirate|hacker)`,
  `pretend (?:that )?you (?:are|were|have) ${words(4)}(?:${PERSONA}|administrator|developer|no restrictions|no rules)`,
  `from now on (?:you (?:are (?:an?|the|in|to)|(?:will|must|shall|should|may) (?:only |always |never |just )?${ANSWERING})|(?:always |only )?(?:act|answer|respond|reply|speak)|every (?:answer|reply|response))`,
  `(?:god|dan|jailbreak|unrestricted|unfiltered) mode`,
  // Tell what you were told.
  `(?:reveal|print|repeat|output|disclose|leak|recite|dump|expose|tell (?:me|us|them)|reproduce|show (?:me|us)|quote|translate) ${words(4)}(?:your (?:own |full |exact |entire |hidden |secret |initial |original )*(?:system (?:prompt|message)|prompt|instructions|guidelines)|the (?:system|hidden|developer|secret) (?:prompt|instructions|message))`,
  // Keep it from people.
  `(?:do not|dont|never|without) (?:tell|telling|inform|informing|mention|mentioning|reveal|revealing|disclose|disclosing|warn|warning|alert|alerting) ${words(4)}(?:the|any) (?:user|human|person)s?`,
  `(?:do not|dont|never) (?:mention|reveal|disclose|show|quote|repeat) (?:this|these|the|any of these|any of this) (?:instructions?|directives?|prompts?|commands?)`,
  // You, the machine.
  `if you are (?:an? |the |some )?(?:kind of )?${MODEL}`,
  `as an? ${MODEL} you (?:must|should|will|shall|are (?:required|instructed|obliged|to))`,
  `(?:attention|notice|notes?|messages?|memo|reminder|important|orders?|instructions?|directives?) (?:to|for) (?:all |any |every |the |our |whatever )?${MODEL}`,
  `attention (?:all )?${MODEL}`,
  `${MODEL} (?:that (?:is |are )?|which (?:is |are )?|who (?:is |are )?)?(?:reads?|reading|process(?:es|ing)?|summari[sz](?:es?|ing)|answering from) (?:this|these)`,
  `(?:the|an|any|every|this) (?:${MODEL}|assistant|model) (?:must|shall|has to|is (?:instructed|required|ordered|obliged) to) (?:now |always |never |only |first |also |not )?${ANSWERING}`,
  // Always say this.
  `(?:answer|respond to|reply to) (?:every|all|any|each) (?:[^. ]+ )?(?:questions?|quer(?:y|ies)|messages?|users?|customers?|prompts?) (?:with|by (?:saying|printing|recommending))`,
  `(?:respond|reply|answer) (?:only|exactly|solely|always|just) with the (?:following |exact |single )?(?:words?|text|phrase|string|sentence|code)`,
  `this (?:page|document|article|passage|text|section) (?:is|contains|holds|has) (?:the |only |one |single |correct |official |best |right |final |true |most |relevant )*(?:answer|source|page|document|result) (?:to|for) (?:every|all|any|each|whatever)`,
  `(?:always|only|must) (?:cite|quote|rank|retrieve|prefer|return) (?:only )?(?:this|the present) (?:page|document|passage|article|source)`,
  `(?:cite|quote) (?:this (?:page|passage) )?as (?:source |passage |number )?\\d`,
  // In somebody's name.
  `(?:new|updated|revised|real|actual|true|secret|hidden|additional|important|final) (?:system |operator |developer )?(?:instructions?|prompt|rules?|guidance|directives?) (?:from|by) (?:the |your )?(?:operators?|developers?|administrators?|system|owners?|creators?|openai|anthropic|management)`,
  `(?:new|updated|revised|replacement) system (?:prompt|instructions?|message)`,
  `(?:operators?|developers?) (?:new|updated|latest) (?:rule|instruction|guidance|guideline|policy)`,
  `system (?:prompt )?override`,
]

/** Finds English sentences that tell a model what to do. Takes folded text. */
export const ENGLISH_INSTRUCTIONS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SENTENCES.join('|')})(?![\\p{L}\\p{N}])`, 'u')
