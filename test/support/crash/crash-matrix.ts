/** The whole crash matrix, printed as a table. Exit code 0 when nothing was lost, bought twice or counted wrongly. */
import { atEveryStep, atUpstreamMoments, killedAgain, misbehaviours, RATE_LIMITED, RESET } from './choose-cases.ts'
import { tableLines } from './print-table.ts'
import { runCases } from './run-cases.ts'
import { stepsOf } from './run-crash-case.ts'
import { tally, tallyRows } from './tally-cases.ts'

const LANES = 3
/** Of the longer walks every nth point: they share most steps with the first. */
const SPARSE = 4
const RECOVERY_STEPS = Array.from({ length: 16 }, (_, i) => 1 + 3 * i)

const started = performance.now()
const [plain, streamed, edit, limited, reset] = [
  await stepsOf('json'),
  await stepsOf('streamed'),
  await stepsOf('edit'),
  await stepsOf('json', { upstream: RATE_LIMITED }),
  await stepsOf('json', { upstream: RESET, end: 'failed' }),
]
const sparse = <T>(all: readonly T[], offset: number): T[] => all.filter((_, i) => i % SPARSE === offset % SPARSE)
const moments = atUpstreamMoments()
const cases = [
  ...atEveryStep('json', plain),
  ...sparse(atEveryStep('streamed', streamed), 0),
  ...sparse(atEveryStep('edit', edit), 3),
  ...sparse(atEveryStep('json', limited, RATE_LIMITED), 1),
  ...sparse(atEveryStep('json', reset, RESET), 2),
  ...[moments, moments, moments].flat(),
  ...misbehaviours(),
  ...killedAgain(moments.slice(0, 3), RECOVERY_STEPS),
]
console.log(`${cases.length} jobs; a job in JSON passes ${plain.length} steps, a streamed one ${streamed.length}`)
let done = 0
const reports = await runCases(cases, LANES, ({ title, problems, lost, duplicated }) => {
  done += 1
  if (done % 50 === 0) console.log(`${done} of ${cases.length}`)
  const wrong = [...problems, ...(lost ? ['LOST'] : []), ...(duplicated ? ['BOUGHT TWICE'] : [])]
  for (const problem of wrong) console.log(`✗ ${title}: ${problem}`)
})
for (const line of tableLines(tallyRows(reports))) console.log(line)

const all = tally('all', reports)
// A salvaged picture lost its usage: its price is the estimate, compared with that job by job.
const exact = tally(
  'exact',
  reports.filter(({ salvaged }) => !salvaged),
)
const missed = reports.filter(({ killed, row }) => !killed && !row.startsWith('upstream')).length
const criteria: readonly (readonly [string, boolean])[] = [
  ['at least 200 jobs', all.jobs >= 200],
  ['nothing lost', all.lost === 0],
  ['nothing bought twice', all.duplicated === 0],
  ['the ledger is the bill, but for what may have been charged', exact.settled === exact.bill - exact.billOfThose],
  ['every other check of every job', reports.every(({ problems }) => problems.length === 0)],
  [`at most one kill in twenty came too late (${missed} did)`, missed * 20 <= all.jobs],
]
console.log('')
for (const [name, holds] of criteria) console.log(`${holds ? 'yes' : 'NO '}  ${name}`)
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
process.exitCode = criteria.every(([, holds]) => holds) ? 0 : 1
