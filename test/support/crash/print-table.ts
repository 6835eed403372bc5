import type { Tally } from './tally-cases.ts'

const dollars = (microDollars: number): string => (microDollars / 1_000_000).toFixed(6)

const COLUMNS: readonly (readonly [string, (tally: Tally) => string])[] = [
  ['', ({ row }) => row],
  ['jobs', ({ jobs }) => String(jobs)],
  ['killed', ({ killed }) => String(killed)],
  ['images billed', ({ imagesBilled }) => String(imagesBilled)],
  ['delivered', ({ delivered }) => String(delivered)],
  ['…salvaged', ({ salvaged }) => String(salvaged)],
  ['maybe charged', ({ mayHaveBeenCharged }) => String(mayHaveBeenCharged)],
  ['…and was', ({ ofThoseBilled }) => String(ofThoseBilled)],
  ['unpaid', ({ refusedUnpaid }) => String(refusedUnpaid)],
  ['lost', ({ lost }) => String(lost)],
  ['…files whole', ({ keptUnrecorded }) => String(keptUnrecorded)],
  ['twice', ({ duplicated }) => String(duplicated)],
  ['bill $', ({ bill }) => dollars(bill)],
  ['…of maybe $', ({ billOfThose }) => dollars(billOfThose)],
  ['settled $', ({ settled }) => dollars(settled)],
  ['held $', ({ held }) => dollars(held)],
]

/** The table as lines of text. */
export function tableLines(tallies: readonly Tally[]): string[] {
  const cells = [COLUMNS.map(([title]) => title), ...tallies.map((one) => COLUMNS.map(([, cell]) => cell(one)))]
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)))
  return cells.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  )
}
