import { parentPort, workerData } from 'node:worker_threads'
import type { Conversion, ConversionInput } from './conversion.ts'
import { markdownToHtml } from './markdown-to-html.ts'
import { pdfToText } from './pdf-to-text.ts'

if (parentPort === null) throw new Error('document-worker runs as a worker thread only')

const input = workerData as ConversionInput
const conversion: Conversion = input.kind === 'pdf' ? await pdfToText(input) : await markdownToHtml(input)
parentPort.postMessage(conversion)
