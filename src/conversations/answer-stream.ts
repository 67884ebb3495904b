import { randomBytes } from 'node:crypto'
import { splitSentences } from '../analysis/index.ts'
import type { Database } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { Conversation, Streamed } from './conversation.ts'
import { updateConversation } from './conversation-store.ts'
import type { Happening } from './happening.ts'
import { lockScene } from './scene.ts'

export interface AnswerStreamDeps {
  readonly db: Database
  readonly clock: Clock
  readonly chronicle: Chronicle
}

/** Shows an answer while it is written. */
export interface AnswerStream {
  /** @param text all of it so far */
  show(text: string): void
  /** Resolves when nothing more will be shown. */
  end(): Promise<void>
}

/** An answer that is complete is shown in at most so many pieces: each carries the whole text so far. */
const MAX_CHUNKS = 20

/**
 * Shows the answer of a turn to streams as it is written. What was shown is stored together with its event: whoever
 * decides the turn again, after a crash or because the user went on writing, goes on with the same stream, adds only what
 * begins with what was shown, and never says a chunk twice.
 */
export function openAnswerStream({ db, clock, chronicle }: AnswerStreamDeps, conversation: Conversation): AnswerStream {
  let latest = ''
  let shown = Promise.resolve()

  function showLatest(): Promise<void> {
    return db.transact(async (tx) => {
      const scene = await lockScene(tx, conversation.workspace_id, { id: conversation.id })
      if (scene === undefined || scene.conversation.turn_due_at === null) return
      // The user went on writing: an answer to all of it is shown at once.
      if (scene.conversation.turn !== conversation.turn) return
      const now = new Date(clock.now())
      const { memory } = scene.conversation
      const { chunks, streamed } = goOn(memory.streamed, [latest])
      if (chunks.length === 0) return
      await chronicle.tell(tx, scene, chunks, now)
      await updateConversation(tx, scene.conversation, { memory: { ...memory, streamed } }, now)
    })
  }

  return {
    show(text) {
      latest = text
      // What can't be shown early is told with the whole answer.
      shown = shown.then(showLatest).catch(() => {})
    },
    end: () => shown,
  }
}

/** What is left to show of an answer that is complete, and the stream that it belongs to. */
export function finishStream(
  streamed: Streamed | undefined,
  text: string,
  language: string,
): { readonly chunks: readonly Happening[]; readonly streamId: string } {
  const ends = splitSentences(text, language).map(({ end }) => end)
  const step = Math.max(1, Math.ceil(ends.length / MAX_CHUNKS))
  const texts = ends
    .filter((_end, index) => (index + 1) % step === 0 || index === ends.length - 1)
    .map((end) => text.slice(0, end))
  const { chunks, streamed: all } = goOn(streamed, texts)
  return { chunks, streamId: all.id }
}

/** The chunks that these texts add to a stream: each begins with the one before it, or it is none. */
function goOn(
  before: Streamed | undefined,
  texts: readonly string[],
): { readonly chunks: readonly Happening[]; readonly streamed: Streamed } {
  let streamed = before ?? { id: randomBytes(16).toString('hex'), chunks: 0, text: '' }
  const chunks: Happening[] = []
  for (const text of texts) {
    if (text.length <= streamed.text.length || !text.startsWith(streamed.text)) continue
    chunks.push({ kind: 'chunk', streamId: streamed.id, index: streamed.chunks, text })
    streamed = { ...streamed, chunks: streamed.chunks + 1, text }
  }
  return { chunks, streamed }
}
