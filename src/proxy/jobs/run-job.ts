import { defineWorkflow } from 'openworkflow'
import { z } from 'zod'
import { hasEnded, type Job, jobIdSchema } from '#domain/job.ts'
import { claimJob } from './job-changes.ts'
import type { JobContext } from './job-context.ts'
import { callEngineOnce } from './runs/call-engine-once.ts'
import { endTurn } from './runs/end-turn.ts'

/** Whatever fails here, but for the call itself, passes: a database that was away. The job's row ends a turn, not a count. */
const retryPolicy = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '5s',
  maximumAttempts: 0,
} as const
/** Pictures may be put together anew each time while their store is away. */
const finishPolicy = { ...retryPolicy, maximumInterval: '30s' } as const

const turnSchema = z.object({ jobId: jobIdSchema, attempt: z.int() })

/**
 * What happens in a turn of a job, top to bottom. Each step's outcome is written down; when the process dies, another
 * run of the same code goes on after the last step that finished and repeats the one that did not. So any step can run
 * twice.
 */
export const runJob = (context: JobContext) =>
  defineWorkflow({ name: 'run-job', schema: turnSchema, retryPolicy }, async ({ input, step, run }) => {
    const turn = turnSchema.safeParse(input)
    // A run that an older version started. The job gets a turn anew.
    if (!turn.success) return
    const { jobId } = turn.data

    // prepare: the job is this run's
    const claimed = await step.run({ name: 'prepare', retryPolicy }, () => claimJob(context, turn.data, run.id))
    if (!claimed) return
    const taken = { jobId, runId: run.id }

    // engine and store: the one paid call; its pictures are kept and recorded when this step ends
    const outcome = await step.run({ name: 'engine', retryPolicy }, () => callEngineOnce(context, taken))

    // finish and settle: an edit put into its original, a cutout cut out; delivered and paid for in one transaction, or back
    // in line, or the failure told and the price given back
    await step.run({ name: 'finish', retryPolicy: finishPolicy }, async () => {
      const job = await endTurn(context, taken, outcome)
      if (job) tell(context, job)
    })
  })

function tell({ log }: JobContext, job: Job): void {
  const failure = (job.failure ?? job.waiting?.failure)?.code
  log.info({ jobId: job.id, state: job.state, failure }, hasEnded(job) ? 'job ended' : 'job waits')
}
