import { createHash } from 'node:crypto'
import { analyze, detectLanguage, inContext } from '../analysis/index.ts'
import type { PreparedPage } from '../library/index.ts'
import { chunkPage } from './chunk-page.ts'
import { extractPage } from './extract-page.ts'
import { markChunks } from './mark-chunks.ts'

/** Raise it when extraction, chunking or analysis changes its results: stored pages are then indexed again. */
export const INGEST_VERSION = 2

/** html -> text -> chunks -> terms and marks: everything that ingest knows of a page, without storing anything. */
export function preparePage({ title, html }: { readonly title: string; readonly html: string }): PreparedPage {
  const extracted = extractPage(html)
  const language = detectLanguage(`${title}\n${extracted.text}`)
  const titleTerms = analyze(title, language)
  const cut = chunkPage(extracted, language)
  const suspicions = markChunks(title, extracted, cut)
  const chunks = cut.map((chunk, index) => {
    const headingTerms = chunk.headingPath
      .filter((heading) => heading !== title)
      .flatMap((heading) => analyze(heading, language))
    return {
      ordinal: chunk.ordinal,
      headingPath: chunk.headingPath,
      start: chunk.start,
      end: chunk.end,
      text: chunk.text,
      // A passage often says "it": its title and headings say what is meant.
      terms: [...titleTerms, ...headingTerms, ...analyze(chunk.text, language)].join(' '),
      hash: sha256(chunk.text),
      contextHash: sha256(inContext(title, chunk.headingPath, chunk.text)),
      suspicions: suspicions[index] ?? [],
    }
  })
  return { text: extracted.text, language, hidden: { ...extracted.hidden }, chunks }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
