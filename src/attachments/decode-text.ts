import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

/**
 * Decodes bytes that are text in some encoding; never fails. A byte order mark decides, then the charset where it is
 * known. The rest is UTF-8, a few broken characters or none, or else windows-1252, which can be anything.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const decoder = decoderOf(encodingOfMark(bytes) ?? charset)
  // UTF-8 is claimed by habit, so that claim is not believed against the bytes.
  if (decoder !== undefined && decoder.encoding !== 'utf-8') return decoder.decode(bytes)
  const text = new TextDecoder().decode(bytes)
  return isUtf8(bytes) || isMostlySound(text) ? text : new TextDecoder('windows-1252').decode(bytes)
}

function encodingOfMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function decoderOf(encoding: string | undefined): TextDecoder | undefined {
  if (encoding === undefined) return undefined
  try {
    return new TextDecoder(encoding)
  } catch {
    return undefined // nothing of that name is known
  }
}

/** Whether at most one in ten of the characters beyond ASCII could not be decoded. */
function isMostlySound(text: string): boolean {
  let broken = 0
  let sound = 0
  for (const character of text) {
    if (character === '\ufffd') broken++
    else if (character > '\x7f') sound++
  }
  return broken * 9 <= sound
}
