import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5'

/** Elements that the HTML parser reopens by itself in every later paragraph when they were left open. */
const FORMATTING_TAG = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi

/** Thrown by the tree adapter to leave the parser; never seen by callers. */
class TreeTooLarge extends Error {}

function countTags(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count += 1
  return count
}

/**
 * The default tree adapter with a limit on created elements. One unclosed `<font>` after another makes the standard's
 * algorithm copy all of them into each following paragraph, so that 40 KB of markup can become millions of elements;
 * counting is the only way to notice before the memory is gone.
 */
function limitedAdapter(limit: number): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let created = 0
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      created += 1
      if (created > limit) throw new TreeTooLarge()
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
    },
  }
}

/**
 * Parses any string as an HTML document; fragments get their html and body elements from the parser.
 *
 * A document may create at most twice as many elements as it has `<` characters (plus a thousand). Beyond that its
 * formatting tags are read as `span`, which the parser never reopens: the same text, in linear time.
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  try {
    return parse(html, { treeAdapter: limitedAdapter(2 * countTags(html) + 1_000) })
  } catch (error) {
    if (!(error instanceof TreeTooLarge)) throw error
    return parse(html.replace(FORMATTING_TAG, '<$1span'))
  }
}

/** Value of an attribute, or undefined when the element does not have it. Names are lower case. */
export function attribute(element: DefaultTreeAdapterTypes.Element, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return undefined
}
