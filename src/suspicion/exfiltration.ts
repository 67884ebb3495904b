const SECRETS =
  '(?:conversation|chat|history|transcript|messages?|question|prompt|instructions|context|secrets?|passwords?|tokens?|api[ _-]?keys?|e?-?mail(?: address)?|user(?: ?data| ?name| ?id)?|customer(?: ?data| ?name)?|answers?|summary|passages?|data)'
/** What only somebody who answers has. */
const TALK =
  "(?:conversation|chat|history|transcript|previous messages|(?:user|customer)(?:'s)? (?:questions?|messages?|data|name|e-?mail(?: address)?|password)|prompt|instructions|context|secrets|api keys?)"
const PLACEHOLDER = `(?:\\{|%7b|<|\\[|\\$)[^\\s)]{0,30}${SECRETS}`

/** A picture is asked for as soon as an answer is shown: its address would carry away what was filled in. */
const MARKDOWN_IMAGE = new RegExp(
  `!\\[[^\\]]{0,200}\\]\\(\\s*<?(?:https?:)?//[^\\s)]{0,300}(?:${PLACEHOLDER}|[?&=][^\\s)]{0,300}(?:\\{|%7b|<|\\$))`,
  'i',
)
const MARKDOWN_LINK = new RegExp(`\\[[^\\]]{0,200}\\]\\(\\s*<?(?:https?:)?//[^\\s)]{0,300}${PLACEHOLDER}`, 'i')
const HTML_IMAGE = new RegExp(
  `<(?:img|iframe|script|svg|a|form|link)\\b[^>]{0,200}(?:https?:)?//[^\\s>]{0,300}${PLACEHOLDER}`,
  'i',
)
/** "Append the conversation to this URL", in one sentence. */
const ORDER = new RegExp(
  `\\b(?:append|add|include|insert|encode|put|attach|embed|send|forward|post|upload|submit|leak|exfiltrate)\\b[^.!?]{0,40}\\b(?:the |this |your |their |whole |entire |full |all |every )+${TALK}\\b[^.!?]{0,60}\\b(?:to|in|into|as|at|onto|with|via)\\b[^.!?]{0,40}(?:\\b(?:url|link|image|query (?:string|parameter))\\b|https?://)`,
  'i',
)

/** True for a link that is to be filled with what its reader knows, or an order to fill one. Takes text as it is. */
export function hasExfiltrationLink(text: string): boolean {
  return (
    MARKDOWN_IMAGE.test(text) ||
    MARKDOWN_LINK.test(text) ||
    HTML_IMAGE.test(text) ||
    ORDER.test(text.replace(/\s+/g, ' '))
  )
}
