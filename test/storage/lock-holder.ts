// A process that takes and gives back the lock of a data directory when it is told to.
import { lockDataDirectory } from '../../src/db/embedded/data-lock.ts'

const dataDir = process.argv[2] ?? ''
let unlock: (() => void) | undefined

process.on('message', (word) => {
  if (word === 'unlock') {
    unlock?.()
    return process.send?.('unlocked')
  }
  try {
    unlock = lockDataDirectory(dataDir, () => {})
    process.send?.('locked')
  } catch (error) {
    process.send?.((error as Error).message)
  }
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
