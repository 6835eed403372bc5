import type { CaseReport } from './crash-case.ts'

/** What a row of the table counts. Money in micro-dollars. */
export interface Tally {
  row: string
  jobs: number
  /** Jobs whose process died where it was told to. */
  killed: number
  imagesBilled: number
  delivered: number
  /** Those of the delivered whose pictures were whole on disk but not recorded. */
  salvaged: number
  /** Jobs told as “may have been charged”, and how many of them were. */
  mayHaveBeenCharged: number
  ofThoseBilled: number
  refusedUnpaid: number
  lost: number
  keptUnrecorded: number
  duplicated: number
  bill: number
  /** The part of the bill for jobs told as “may have been charged”. */
  billOfThose: number
  settled: number
  held: number
}

const count = (reports: readonly CaseReport[], holds: (report: CaseReport) => boolean): number =>
  reports.filter(holds).length
const sum = (reports: readonly CaseReport[], of: (report: CaseReport) => number): number =>
  reports.reduce((total, report) => total + of(report), 0)

export function tally(row: string, reports: readonly CaseReport[]): Tally {
  const told = reports.filter(({ end }) => end === 'may have been charged')
  return {
    row,
    jobs: reports.length,
    killed: count(reports, ({ killed }) => killed),
    imagesBilled: sum(reports, ({ imagesBilled }) => imagesBilled),
    delivered: count(reports, ({ end }) => end === 'delivered'),
    salvaged: count(reports, ({ salvaged }) => salvaged),
    mayHaveBeenCharged: told.length,
    ofThoseBilled: count(told, ({ billed }) => billed > 0),
    refusedUnpaid: count(reports, ({ end }) => end === 'refused unpaid'),
    lost: count(reports, ({ lost }) => lost),
    keptUnrecorded: count(reports, ({ keptUnrecorded }) => keptUnrecorded),
    duplicated: count(reports, ({ duplicated }) => duplicated),
    bill: sum(reports, ({ billed }) => billed),
    billOfThose: sum(told, ({ billed }) => billed),
    settled: sum(reports, ({ settled }) => settled),
    held: sum(reports, ({ held }) => held),
  }
}

/** One tally for each row, in the order of the alphabet, and one for all of them. */
export function tallyRows(reports: readonly CaseReport[]): Tally[] {
  const rows = [...new Set(reports.map(({ row }) => row))].toSorted()
  return [
    ...rows.map((row) =>
      tally(
        row,
        reports.filter((report) => report.row === row),
      ),
    ),
    tally('all', reports),
  ]
}
