import { existsSync, readFileSync } from 'node:fs'

/**
 * Counts a run of Vitest from its JSON report. What broke outside of a test (a file that does not load, an error that
 * nobody caught, no report at all) counts as one failure each, so that it can never pass as nothing.
 * So does a run without any test, unless it may be empty.
 * @returns {{ passed: number, failed: number, skipped: number, trouble: string[] }}
 */
export function countTests(reportFile, exitCode, { mayBeEmpty = false } = {}) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0, trouble: ['The test run wrote no report.'] }
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  const trouble = report.testResults
    .filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'))
    .map((file) => `${file.name} failed outside of its tests.`)
  if (!mayBeEmpty && trouble.length === 0 && passed + report.numFailedTests === 0)
    trouble.push('This step executed no test.')
  if (exitCode !== 0 && report.numFailedTests + trouble.length === 0)
    trouble.push(`The test run ended with code ${exitCode} although no test failed.`)
  const failed = report.numFailedTests + trouble.length
  return { passed, failed, skipped, trouble }
}
