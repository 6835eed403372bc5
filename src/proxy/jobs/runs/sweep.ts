import { failJob, finishJob } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { putBackUnsent } from '../line/put-back.ts'
import type { Turn } from '../line/turn.ts'
import { interruptedOutcome } from './failed-outcome.ts'

const SECOND_MS = 1_000
/** A turn whose run nobody has begun by then was never started, or lost with its process. */
const START_AGAIN_MS = 5 * SECOND_MS
/** A turn whose run has stood still for so long is dead; a lease that ran out would have moved it. */
const STUCK_MS = 15 * 60 * SECOND_MS
/** Longer than any call may take. */
const UNANSWERED_MS = 2 * 3_600 * SECOND_MS

type SweepContext = Pick<JobContext, 'db' | 'changes' | 'now' | 'metrics' | 'log' | 'underWay'>
type Stuck = Pick<JobRow, 'id' | 'run_id' | 'sent_at' | 'received' | 'engine_simulated'> & { turn: Turn; age: number }

/**
 * Moves on the turns that stand still: a process can die between giving a turn and starting its run, and a run can fail
 * for good while the database is away. Any process may do it at any time; whoever is slower finds the turn over.
 */
export async function sweepTurns(context: SweepContext, start: (turn: Turn) => Promise<void>): Promise<void> {
  const now = Date.parse(context.now())
  const rows = await context.db
    .selectFrom('jobs')
    .select(['id', 'run_id', 'sent_at', 'received', 'engine_simulated', 'attempt', 'turn_at'])
    .where('state', '=', 'running')
    .where('turn_at', '<', new Date(now - START_AGAIN_MS).toISOString())
    .execute()
  for (const { attempt, turn_at, ...row } of rows) {
    const turn = { jobId: row.id, attempt: Number(attempt) }
    await moveOn(context, { ...row, turn, age: now - Date.parse(turn_at ?? '') }, start)
  }
}

async function moveOn(context: SweepContext, row: Stuck, start: (turn: Turn) => Promise<void>): Promise<void> {
  const taken = { jobId: row.id, runId: row.run_id }
  if (row.run_id === null && row.sent_at === null) return start(row.turn)
  if (row.age < STUCK_MS || context.underWay.has(row.run_id ?? '')) return
  if (row.received !== null) await finishJob(context, taken)
  else if (row.sent_at === null) await putBackUnsent(context, taken)
  else if (row.age > UNANSWERED_MS) await failJob(context, taken, interruptedOutcome(row.engine_simulated === 1))
}
