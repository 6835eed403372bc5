/** Everything `npm test` runs, in order. Ends with one line: `N passed, N failed`. */
import { mkdirSync } from 'node:fs'
import { runStep } from './test/run-step.ts'
import { type Counts, forgetVitestReport, vitestCounts, vitestReport } from './test/vitest-counts.ts'

interface Step {
  name: string
  command: [string, ...string[]]
}

/** Steps of one group run side by side: the machine is assumed to have two cores. */
const checks: Step[][] = [
  [
    { name: 'types', command: ['tsc', '-b'] },
    { name: 'manifest', command: ['node', 'scripts/test/check-manifest.ts'] },
    { name: 'lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  ],
  [
    { name: 'import rules', command: ['depcruise', 'src', 'test', 'scripts', '--config', '.dependency-cruiser.mjs'] },
    { name: 'build', command: ['node', 'scripts/build.ts'] },
  ],
  [
    { name: 'dead code', command: ['knip'] },
    { name: 'start and stop', command: ['node', 'scripts/test/check-start.ts'] },
    { name: 'built proxy', command: ['node', 'scripts/test/check-built-proxy.ts'] },
  ],
]

async function runCheck({ name, command: [program, ...args] }: Step): Promise<boolean> {
  const { ok, output, seconds } = await runStep(program, args)
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(0)} s)`)
  if (!ok) console.log(output)
  return ok
}

/** The browser tests wait for one window, one file after the other; the rest runs beside them. */
const parts: Record<string, string[]> = {
  browser: ['--project=e2e'],
  rest: ['--project=unit', '--project=contract', '--project=bundle', '--maxWorkers=2'],
}

async function runVitest(part: string, projects: string[]): Promise<Counts> {
  forgetVitestReport(part)
  const args = ['run', ...projects, '--reporter=default', '--reporter=json']
  const { ok, output, seconds } = await runStep('vitest', [...args, `--outputFile.json=${vitestReport(part)}`])
  console.log(output)
  console.log(`${ok ? '✓' : '✗'} tests: ${part} (${seconds.toFixed(0)} s)`)
  return vitestCounts(part, ok)
}

mkdirSync('build', { recursive: true })
const total: Counts = { passed: 0, failed: 0 }
for (const group of checks) {
  const outcomes = await Promise.all(group.map(runCheck))
  total.passed += outcomes.filter((ok) => ok).length
  total.failed += outcomes.filter((ok) => !ok).length
}
const tests = await Promise.all(Object.entries(parts).map(([part, projects]) => runVitest(part, projects)))
for (const { passed, failed } of tests) {
  total.passed += passed
  total.failed += failed
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
