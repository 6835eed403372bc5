import { beforeAll, describe, expect, test } from 'vitest'
import { atEveryStep, atUpstreamMoments, misbehaviours } from '#support/crash/choose-cases.ts'
import type { CaseReport, CrashCase } from '#support/crash/crash-case.ts'
import { runCases } from '#support/crash/run-cases.ts'
import { stepsOf } from '#support/crash/run-crash-case.ts'

/** The steps between which everything is decided; `npm run bench -- crash` kills at all of them. */
const DECISIVE = [
  { step: /^update "jobs" set .*"sent_at" =/, moments: ['before', 'after'] },
  // The picture is whole on disk, and not recorded.
  { step: /^update "jobs" set "received" =/, moments: ['before'] },
  // Once for the reservation and once for the settlement.
  { step: /^insert into "ledger"/, moments: ['before', 'power cut'] },
] as const

const isDecisive = ({ kill }: CrashCase): boolean => {
  if (kill?.by !== 'step') return false
  const { step, moment } = kill.at
  return DECISIVE.some((point) => point.step.test(step ?? '') && point.moments.some((one) => one === moment))
}

/** The picture of an edit was put together, and that is not recorded. */
const isFinishing = ({ kill }: CrashCase): boolean =>
  kill?.by === 'step' && /^update "jobs" set "finished" =/.test(kill.at.step ?? '') && kill.at.moment !== 'after'

let reports: CaseReport[]
beforeAll(async () => {
  const walk = atEveryStep('json', await stepsOf('json'))
  const cases = [
    ...walk.filter(isDecisive),
    ...atEveryStep('edit', await stepsOf('edit')).filter(isFinishing),
    ...atUpstreamMoments(['streamed']),
    ...misbehaviours(['json']).filter(({ row }) => row === 'upstream: 500 after success'),
  ]
  reports = await runCases(cases, 2)
}, 240_000)

const titles = (holds: (report: CaseReport) => boolean): string[] => reports.filter(holds).map(({ title }) => title)

describe('a proxy killed at the decisive steps of a job, and started again', () => {
  test('died where it was told to, before and after every line that must not be crossed twice', () => {
    expect(titles(({ killed, row }) => !killed && !row.startsWith('upstream'))).toEqual([])
    const left = new Set(reports.map(({ row }) => row))
    for (const row of ['kill -9: not stored', 'kill -9: running, not sent', 'kill -9: sent'])
      expect(left).toContain(row)
    expect(left).toContain('power cut: answer recorded')
    expect(titles(({ title }) => title.startsWith('edit'))).toHaveLength(2)
  })
  test('loses no picture that was whole on disk, recorded or not', () => {
    expect(titles(({ lost }) => lost)).toEqual([])
    expect(titles(({ end }) => end === 'delivered')).not.toEqual([])
    expect(titles(({ salvaged }) => salvaged)).not.toEqual([])
  })
  test('buys no picture twice', () => expect(titles(({ duplicated }) => duplicated)).toEqual([]))
  test('settles what was billed and holds back what may have been', () => {
    const told = reports.filter(({ end }) => end === 'may have been charged')
    const billOfThose = told.reduce((sum, { billed }) => sum + billed, 0)
    // A salvaged picture lost its usage: its price is the estimate, compared with that job by job.
    const exact = reports.filter(({ salvaged }) => !salvaged)
    const [bill, settled] = [
      exact.reduce((sum, one) => sum + one.billed, 0),
      exact.reduce((sum, one) => sum + one.settled, 0),
    ]
    expect(billOfThose).toBeGreaterThan(0)
    expect(settled).toBe(bill - billOfThose)
  })
  test('keeps every other promise: bytes, budget, events, the same submit again', () => {
    expect(reports.flatMap(({ title, problems }) => problems.map((problem) => `${title}: ${problem}`))).toEqual([])
  })
})
