import type { StreamFaults } from '../streams/index.ts'
import type { TestKit } from './test-kit.ts'

/** What goes wrong with the next stream that a workspace's client opens. */
export function streamFaultsOf(kit: TestKit | undefined) {
  return (workspaceId: number): StreamFaults | undefined => {
    const fault = kit?.faults.take(['stream'], workspaceId)
    if (fault === undefined) return undefined
    const { delay_ms: delayMs, drop_after_frames: dropAfterFrames } = fault
    return {
      ...(delayMs === undefined ? {} : { delayMs }),
      ...(dropAfterFrames === undefined ? {} : { dropAfterFrames }),
    }
  }
}
