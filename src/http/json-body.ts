import secureJson from 'secure-json-parse'
import { DorsalError, parameterInvalid } from '../kernel/index.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Parses a JSON request body; an empty one is undefined.
 * @throws `parameter_invalid` for anything that is not JSON in UTF-8 (facts §2.4), and for keys that would reach an
 * object's prototype.
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined
  try {
    return secureJson.parse(utf8.decode(bytes), { protoAction: 'error', constructorAction: 'error' })
  } catch (cause) {
    throw new DorsalError('parameter_invalid', 'Request body is not valid JSON', { cause })
  }
}

/**
 * Refuses text that PostgreSQL can't store or that no reader can see: NUL and lone surrogates, in values and in keys.
 * Iterative, so that deep nesting can't exhaust the stack.
 * @throws `parameter_invalid` with the path of the text
 */
export function requireStorableText(body: unknown): void {
  const pending: { value: unknown; path: string }[] = [{ value: body, path: '' }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next
    if (typeof value === 'string') requireText(value, path)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const childPath = path === '' ? key : `${path}.${key}`
        if (!Array.isArray(value)) requireText(key, path === '' ? 'body' : path)
        if (typeof child === 'string' || typeof child === 'object') pending.push({ value: child, path: childPath })
      }
    }
  }
}

function requireText(text: string, path: string): void {
  if (text.includes('\0')) throw parameterInvalid(path, `${path} must not contain the NUL character`)
  if (!text.isWellFormed()) throw parameterInvalid(path, `${path} must not contain lone surrogates`)
}
