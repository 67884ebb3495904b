import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export interface TestReport {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
}

/** One line a test file, the whole error of what failed, and the counts as JSON in `DORSAL_TEST_REPORT`. */
export default class TestReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const all = [...module.children.allTests()]
    const failed = all.filter((test) => test.result().state === 'failed').length
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    const state = module.ok() ? 'ok    ' : 'FAILED'
    const count = failed > 0 ? `${failed} of ${all.length}` : String(all.length)
    process.stdout.write(`${state} ${relative(process.cwd(), module.moduleId)}: ${count} tests, ${seconds} s\n`)
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string; stack?: string }[]): void {
    let passed = 0
    let failed = 0
    const skipped: { name: string; reason: string }[] = []
    for (const module of modules) {
      for (const error of module.errors()) failed += tell(relative(process.cwd(), module.moduleId), [error])
      for (const suite of module.children.allSuites()) {
        if (suite.errors().length > 0) failed += tell(suite.fullName, suite.errors())
      }
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') passed++
        else if (result.state === 'failed') failed += tell(nameOf(test), result.errors)
        else
          skipped.push({ name: nameOf(test), reason: (result.state === 'skipped' && result.note) || 'no reason given' })
      }
    }
    if (unhandled.length > 0) failed += tell('outside of the tests', unhandled)
    const file = process.env['DORSAL_TEST_REPORT']
    if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, skipped } satisfies TestReport))
  }
}

function nameOf(test: TestCase): string {
  return `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`
}

interface TestError {
  readonly message: string
  readonly stack?: string
  readonly diff?: string
  /** What failed within: a property's own error says only with which values. */
  readonly cause?: unknown
}

function tell(name: string, errors: readonly TestError[]): 1 {
  process.stdout.write(`\nFAILED ${name}\n`)
  for (const error of errors) tellError(error)
  return 1
}

function tellError({ stack, message, diff, cause }: TestError): void {
  process.stdout.write(`${stack ?? message}\n${diff ?? ''}\n`)
  if (!isTestError(cause)) return
  process.stdout.write('because of ')
  tellError(cause)
}

function isTestError(value: unknown): value is TestError {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}
