import { readFileSync, rmSync } from 'node:fs'

/** Where the run of a part of the tests writes its report. */
export const vitestReport = (part: string): string => `build/test-report-${part}.json`

export interface Counts {
  passed: number
  failed: number
}

export function forgetVitestReport(part: string): void {
  rmSync(vitestReport(part), { force: true })
}

/** What vitest counted; a run that wrote no report, or that ran nothing, counts as one failure. */
export function vitestCounts(part: string, ok: boolean): Counts {
  try {
    const report = JSON.parse(readFileSync(vitestReport(part), 'utf8')) as Record<string, unknown>
    const passed = Number(report['numPassedTests'])
    const failed = Number(report['numFailedTests'])
    const broken = passed + failed === 0 || (!ok && failed === 0) ? 1 : 0
    return { passed, failed: failed + broken }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
