/**
 * Writes items in batches: those that come while a batch is being written go into the next one. Each write costs a
 * transaction, and so a wait for the disk. The promise settles as the batch of its item does.
 */
export function batched<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: { item: T; written: () => void; failed: (error: unknown) => void }[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await write(batch.map(({ item }) => item))
        for (const { written } of batch) written()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    isWriting = false
  }

  return (item) =>
    new Promise((written, failed) => {
      waiting.push({ item, written, failed })
      if (!isWriting) void writeAll()
    })
}
