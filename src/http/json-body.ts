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

/** Deeper values exhaust the stack of whoever writes them as JSON again, the database included. */
const MAX_DEPTH = 100

/**
 * Refuses what can't be stored: NUL and lone surrogates, in values and in keys, and nesting without end. Iterative, so
 * that the nesting can't exhaust the stack here either.
 * @throws `parameter_invalid` with the path of the fault
 */
export function requireStorable(body: unknown): void {
  const pending: { value: unknown; path: string; depth: number }[] = [{ value: body, path: '', depth: 0 }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') requireText(value, path)
    else if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_DEPTH) throw parameterInvalid(path, `The body is nested more than ${MAX_DEPTH} levels deep`)
      for (const [key, child] of Object.entries(value)) {
        const childPath = path === '' ? key : `${path}.${key}`
        if (!Array.isArray(value)) requireText(key, path === '' ? 'body' : path)
        if (typeof child === 'string' || typeof child === 'object')
          pending.push({ value: child, path: childPath, depth: depth + 1 })
      }
    }
  }
}

function requireText(text: string, path: string): void {
  if (text.includes('\0')) throw parameterInvalid(path, `${path} must not contain the NUL character`)
  if (!text.isWellFormed()) throw parameterInvalid(path, `${path} must not contain lone surrogates`)
}
