import type { Conversion, ConversionInput } from './conversion.ts'

export async function markdownToHtml(input: Extract<ConversionInput, { kind: 'markdown' }>): Promise<Conversion> {
  const { marked } = await import('marked')
  try {
    return { kind: 'converted', text: marked.parse(input.text, { async: false, gfm: true }), note: null }
  } catch {
    // Only nesting too deep for the stack ends here.
    return { kind: 'failed', fault: 'the Markdown is too deeply nested' }
  }
}
