import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Conversion, ConversionInput } from './conversion.ts'

type PdfInput = Extract<ConversionInput, { kind: 'pdf' }>

/** Reads a PDF page by page. It may take all time and memory there is: only for a thread that can be ended. */
export async function pdfToText({ data, maxPages, maxCharacters }: PdfInput): Promise<Conversion> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // Verbosity 0 keeps complaints about the file off the console.
    const pdf = await getDocumentProxy(data, { verbosity: 0, useSystemFonts: false })
    return await readPages(pdf, maxPages, maxCharacters)
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException'
    return { kind: 'failed', fault: isEncrypted ? 'the PDF is encrypted' : 'the PDF is broken' }
  }
}

async function readPages(pdf: PDFDocumentProxy, maxPages: number, maxCharacters: number): Promise<Conversion> {
  const texts: string[] = []
  let characters = 0
  let broken = 0
  let number = 1
  for (; number <= Math.min(pdf.numPages, maxPages) && characters <= maxCharacters; number++) {
    try {
      const text = await readPage(pdf, number)
      texts.push(text)
      characters += text.length
    } catch {
      broken++ // one bad page does not spoil the others
    }
  }
  if (broken > 0 && texts.length === 0) return { kind: 'failed', fault: 'the PDF is broken' }
  // Far more than is wanted need not be copied out of the thread; that it is more must still show.
  const text = texts
    .filter((page) => page !== '')
    .join('\n\n')
    .slice(0, 2 * maxCharacters)
  if (number <= pdf.numPages) return { kind: 'converted', text, note: `only its first ${number - 1} pages were read` }
  return { kind: 'converted', text, note: broken === 0 ? null : `${broken} of its pages could not be read` }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .trim()
}
