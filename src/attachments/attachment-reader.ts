import type { ParsedAttachment } from './attachment.ts'
import { fetchFile, type FetchFile } from './fetch-file.ts'
import { fileNameOf } from './file-name.ts'
import { makeIsolatedConverter, type ConverterLimits } from './isolated-converter.ts'
import { UNKNOWN_TYPE } from './media-type.ts'
import { readContent } from './read-content.ts'
import { recognizeContent } from './recognize-content.ts'
import { untilAborted } from './until-aborted.ts'

/** An attachment and what could be read of it. */
export interface ReadAttachment {
  /** A file name without path, controls and characters that reverse it; at most 255 characters. */
  readonly name: string
  /** Without parameters. The sender's claim where the bytes do not tell: whoever shows the file must not trust it. */
  readonly contentType: string
  /** 0 when an address gave nothing. */
  readonly sizeBytes: number
  readonly url: string | null
  /** Null when an address gave nothing. */
  readonly data: Uint8Array | null
  /** At most 50,000 UTF-16 units, well formed, without NUL; null unless `state` is `read`. */
  readonly text: string | null
  /** `kept`: of a kind that is not read, or without text. `failed`: could not be fetched or is broken. */
  readonly state: 'read' | 'kept' | 'failed'
  /** A plain phrase: why it was not read, or not all of it. */
  readonly reason: string | null
}

/** @throws the signal's reason, and nothing that an attachment could cause */
export type AttachmentReader = (attachment: ParsedAttachment, signal: AbortSignal) => Promise<ReadAttachment>

export interface AttachmentReaderDeps {
  /** Must refuse private addresses: the urls are strangers'. */
  readonly fetch: FetchFile
  readonly limits?: Partial<ConverterLimits>
}

const LIMITS: ConverterLimits = { timeoutMs: 10_000, maxMemoryBytes: 256 * 1024 * 1024, maxAtOnce: 2 }

/** Makes the reader of attachments. One is enough for a process: `limits` are counted for each reader. */
export function makeAttachmentReader({ fetch, limits }: AttachmentReaderDeps): AttachmentReader {
  const convert = makeIsolatedConverter({ ...LIMITS, ...limits })

  async function read(
    name: string,
    url: string | null,
    file: FileContent,
    signal: AbortSignal,
  ): Promise<ReadAttachment> {
    const { data } = file
    const content = recognizeContent(data, file.contentType, name)
    const { text, state, reason } = await readContent(data, content, convert, signal)
    return { name, contentType: content.contentType, sizeBytes: data.byteLength, url, data, text, state, reason }
  }

  return async (attachment, signal) => {
    signal.throwIfAborted()
    if (attachment.type === 'file') return read(attachment.name, null, attachment, signal)
    const { url } = attachment
    const name = attachment.name ?? fileNameOf(url)
    const file = await untilAborted(fetchFile(url, fetch), signal)
    if (file.kind === 'fetched') return read(name, url, file, signal)
    const nothing = { contentType: UNKNOWN_TYPE, sizeBytes: 0, data: null, text: null }
    return { name, url, ...nothing, state: 'failed', reason: file.fault }
  }
}

interface FileContent {
  readonly data: Uint8Array
  readonly contentType: string | undefined
}
