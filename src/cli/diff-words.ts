/** A stretch of text that both sides have, or one of them. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Longer texts would take the square of their words in time and memory. */
const MAX_WORDS = 2_000

/** How one text becomes another, word by word, by a longest common subsequence; long texts as a whole. */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = splitWords(before)
  const fresh = splitWords(after)
  if (old.length > MAX_WORDS || fresh.length > MAX_WORDS)
    return join([...mark('removed', old), ...mark('added', fresh)])

  // common[i][j]: words in common from old[i] and fresh[j] on.
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    const row = common[i]
    if (row === undefined) continue
    for (let j = fresh.length - 1; j >= 0; j--) {
      row[j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      parts.push({ kind: 'same', text: old[i] ?? '' })
      i++
      j++
    } else if (i < old.length && (j === fresh.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: old[i++] ?? '' })
    } else {
      parts.push({ kind: 'added', text: fresh[j++] ?? '' })
    }
  }
  return join(parts)
}

/** Words, each with the white space after it: joined they are the text again. */
function splitWords(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? []
}

function mark(kind: DiffPart['kind'], words: readonly string[]): DiffPart[] {
  return words.map((text) => ({ kind, text }))
}

/** Between two stretches that are the same, first all that was removed, then all that was added. */
function join(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  let change = { removed: '', added: '' }
  const flush = () => {
    for (const kind of ['removed', 'added'] as const) if (change[kind] !== '') joined.push({ kind, text: change[kind] })
    change = { removed: '', added: '' }
  }
  for (const { kind, text } of parts) {
    if (kind !== 'same') {
      change[kind] += text
      continue
    }
    flush()
    const last = joined.at(-1)
    if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text }
    else joined.push({ kind, text })
  }
  flush()
  return joined
}
