/** Resolves at the first wish to end: Ctrl-C, a signal, or the end of the process that started this one. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.on('disconnect', () => resolve())
    process.channel?.unref()
  })
}
