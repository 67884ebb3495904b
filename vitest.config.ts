import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** A test of minutes that begins last would run alone at the end. */
const LONGEST = ['/test/scenario/', '/test/storage/', '/test/crash/', '/test/crash/crash.test.ts']

function length({ moduleId }: TestSpecification): number {
  return LONGEST.findLastIndex((folder) => moduleId.includes(folder))
}

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => length(b) - length(a) || a.moduleId.localeCompare(b.moduleId)))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    // Tests keep to themselves what they change; a process for each file would load and compile everything again.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
  },
})
