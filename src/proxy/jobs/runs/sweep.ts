import { describeError } from '../../log.ts'
import { type DeliverContext, deliverJob } from '../delivery/deliver-job.ts'
import { failJob } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { putBackUnsent } from '../line/put-back.ts'
import type { Turn } from '../line/turn.ts'
import { endTurn } from './end-turn.ts'
import { interruptedOutcome } from './failed-outcome.ts'
import type { Outcome } from './outcome.ts'

const SECOND_MS = 1_000
/** A turn whose run nobody has begun by then was never started, or lost with its process. */
const START_AGAIN_MS = 2 * SECOND_MS
/** Starting it again did not help: its run is lost, and keeps its name. The job gets another turn. */
const GIVE_ANEW_MS = 60 * SECOND_MS
/** A turn whose run has stood still for so long is dead; a lease that ran out would have moved it. */
const STUCK_MS = 15 * 60 * SECOND_MS
/** Longer than any call may take. */
const UNANSWERED_MS = 2 * 3_600 * SECOND_MS

/** Nothing to end. */
const STILL_UNDER_WAY: Outcome = { kind: 'taken' }

type SweepContext = DeliverContext & Pick<JobContext, 'underWay'>
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
    try {
      await moveOn(context, { ...row, turn, age: now - Date.parse(turn_at ?? '') }, start)
    } catch (error) {
      context.log.error({ jobId: row.id, ...describeError(error) }, 'a turn that stands still was not moved on')
    }
  }
}

async function moveOn(context: SweepContext, row: Stuck, start: (turn: Turn) => Promise<void>): Promise<void> {
  const taken = { jobId: row.id, runId: row.run_id }
  if (row.run_id === null && row.sent_at === null) {
    if (row.age < GIVE_ANEW_MS) await start(row.turn)
    else await putBackUnsent(context, taken)
    return
  }
  if (row.age < STUCK_MS) return
  if (row.received !== null) {
    await deliverJob(context, taken)
    return
  }
  const call = context.underWay.get(row.run_id ?? '')
  if (call) await endTurn(context, taken, await Promise.race([call, STILL_UNDER_WAY]))
  else if (row.sent_at === null) await putBackUnsent(context, taken)
  else if (row.age > UNANSWERED_MS) await failJob(context, taken, interruptedOutcome(row.engine_simulated === 1))
}
