// Everything that must hold before a change is taken: format, lint, types, unused code, tests. With paths as arguments
// only the tests of those paths run. The last line counts: each check counts as one, each test as one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHECKS, runCheck, tool } from './check.ts'
import type { TestReport } from './test-reporter.ts'

const paths = process.argv.slice(2)
let passed = 0
let failed = 0

if (paths.length === 0) {
  for (const check of CHECKS) {
    if (runCheck(check)) passed++
    else failed++
  }
}

const report = runTests()
for (const { name, reason } of report.skipped) process.stdout.write(`skipped: ${name} (${reason})\n`)
passed += report.passed
failed += report.failed
const skipped = report.skipped.length
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function runTests(): TestReport {
  const directory = mkdtempSync(join(tmpdir(), 'dorsal-report-'))
  const file = join(directory, 'report.json')
  try {
    const reporters = ['--reporter=./scripts/test-reporter.ts']
    const { status } = spawnSync(process.execPath, [tool('vitest'), 'run', ...reporters, ...paths], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DORSAL_TEST_REPORT: file },
    })
    const result = readReport(file)
    // A run that broke outside of its tests has failed, whatever its tests say.
    return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function readReport(file: string): TestReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}
