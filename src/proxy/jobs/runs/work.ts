import { OpenWorkflow } from 'openworkflow'
import { describeError } from '../../log.ts'
import type { TakenJob } from '../change.ts'
import type { JobContext } from '../job-context.ts'
import { type GivenTurns, giveTurns, type Upstream } from '../line/give-turns.ts'
import { putBackUnsent } from '../line/put-back.ts'
import type { Turn } from '../line/turn.ts'
import { startTurnLoop } from '../line/turn-loop.ts'
import { runJob } from '../run-job.ts'
import type { Workflows } from './open-workflows.ts'
import { sweepTurns } from './sweep.ts'
import { startWorkerLoop, type WorkerLoop } from './worker-loop.ts'

const SWEEP_MS = 2_000
/** Runs left by a process that died are taken over even while every place is busy. */
const SPARE_PLACES = 1

export interface Work {
  /** Gives no more turns and puts back in line what was not sent. `idle` resolves when what was sent has ended. */
  stop(): Promise<{ idle: Promise<void> }>
}

/** Gives jobs their turns, and works on those that have one. */
export function startWork(
  context: JobContext,
  { backend, holdLease }: Workflows,
  { upstream, concurrency }: { upstream: Upstream; concurrency: number },
): Work {
  const { changes, log } = context
  /** The jobs that runs of this process work on, by run. */
  const working = new Map<string, string>()
  /** The turns this process gave whose run nobody has begun. */
  let given: Turn[] = []
  const workflows = new OpenWorkflow({ backend })
  const definition = runJob(context)
  const workflow = workflows.defineWorkflow(definition.spec, async (execution) => {
    working.set(execution.run.id, execution.input.jobId)
    const endLease = holdLease(execution.run.id)
    try {
      await definition.fn(execution)
      // A turn that failed is tried again, and has to know how its call went.
      context.underWay.delete(execution.run.id)
    } finally {
      working.delete(execution.run.id)
      endLease()
      setImmediate(() => {
        worker.wake()
        turns.wake()
      })
    }
  })
  const start = async (turn: Turn): Promise<void> => {
    await workflow.run(turn, { idempotencyKey: `${turn.jobId} ${turn.attempt}` })
    worker.wake()
  }
  const give = async (): Promise<GivenTurns> => {
    const notBegun = await turnsNotBegun(context, [...working.values()])
    given = given.filter(({ jobId }) => notBegun.includes(jobId))
    const now = await giveTurns(context, upstream, concurrency - working.size - notBegun.length)
    given.push(...now.turns)
    for (const turn of now.turns) await start(turn)
    return now
  }
  const sweep = (): void => {
    sweepTurns(context, start).catch((error: unknown) => log.error(describeError(error), 'sweeping turns failed'))
  }

  const worker: WorkerLoop = startWorkerLoop(workflows.newWorker({ concurrency: concurrency + SPARE_PLACES }), log)
  const turns = startTurnLoop({ changes, now: context.now, log, give })
  const sweeping = setInterval(sweep, SWEEP_MS).unref()
  sweep()
  return {
    async stop() {
      clearInterval(sweeping)
      await turns.stop()
      const stopped = await worker.stop()
      for (const taken of await turnsNotSent(context, [...working.keys()], given)) await putBackUnsent(context, taken)
      return stopped
    },
  }
}

/** Turns whose run nobody has begun: what this process may soon have to do. */
async function turnsNotBegun({ db }: JobContext, besides: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('state', '=', 'running')
    .where('run_id', 'is', null)
    .execute()
  return rows.map(({ id }) => id).filter((id) => !besides.includes(id))
}

/** Turns not used yet, of these runs or of none yet. */
async function turnsNotSent({ db }: JobContext, runs: string[], given: readonly Turn[]): Promise<TakenJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'run_id', 'attempt'])
    .where('state', '=', 'running')
    .where('sent_at', 'is', null)
    .execute()
  const isGiven = (id: string, attempt: number): boolean =>
    given.some((turn) => turn.jobId === id && turn.attempt === Number(attempt))
  return rows
    .filter(({ id, run_id, attempt }) => (run_id === null ? isGiven(id, attempt) : runs.includes(run_id)))
    .map(({ id, run_id }) => ({ jobId: id, runId: run_id }))
}
