import { readFileSync, rmSync } from 'node:fs'

export const VITEST_REPORT = 'build/test-report.json'

export interface Counts {
  passed: number
  failed: number
}

export function forgetVitestReport(): void {
  rmSync(VITEST_REPORT, { force: true })
}

/** What vitest counted; a run that wrote no report, or that ran nothing, counts as one failure. */
export function vitestCounts(ok: boolean): Counts {
  try {
    const report = JSON.parse(readFileSync(VITEST_REPORT, 'utf8')) as Record<string, unknown>
    const passed = Number(report['numPassedTests'])
    const failed = Number(report['numFailedTests'])
    const broken = passed + failed === 0 || (!ok && failed === 0) ? 1 : 0
    return { passed, failed: failed + broken }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
