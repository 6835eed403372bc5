import type { CaseReport, CrashCase } from './crash-case.ts'
import { runCrashCase } from './run-crash-case.ts'

/** Runs cases side by side, in so many lanes; a case that cannot be run is a problem like any other. */
export async function runCases(
  cases: readonly CrashCase[],
  lanes: number,
  onReport: (report: CaseReport) => void = () => undefined,
): Promise<CaseReport[]> {
  const waiting = [...cases]
  const reports: CaseReport[] = []
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const report = await runCrashCase(next)
      reports.push(report)
      onReport(report)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return reports
}
