import { defineWorkflow } from 'openworkflow'
import { z } from 'zod'
import { hasEnded, type Job, jobIdSchema } from '#domain/job.ts'
import type { TakenJob } from './change.ts'
import { failJob, finishJob } from './end-job.ts'
import { claimJob } from './job-changes.ts'
import type { JobContext } from './job-context.ts'
import { putBackToWait } from './line/put-back.ts'
import { callEngineOnce } from './runs/call-engine-once.ts'
import type { Outcome } from './runs/outcome.ts'

const turnSchema = z.object({ jobId: jobIdSchema, attempt: z.int() })

/**
 * What happens in a turn of a job, top to bottom. Each step's outcome is written down; when the process dies, another
 * run of the same code goes on after the last step that finished and repeats the one that did not. So any step can run
 * twice.
 */
export const runJob = (context: JobContext) =>
  defineWorkflow({ name: 'run-job', schema: turnSchema }, async ({ input, step, run }) => {
    const turn = turnSchema.safeParse(input)
    // A run that an older version started. The job gets a turn anew.
    if (!turn.success) return
    const { jobId } = turn.data

    // prepare: the job is this run's
    const claimed = await step.run({ name: 'prepare' }, () => claimJob(context, turn.data, run.id))
    if (!claimed) return
    const taken = { jobId, runId: run.id }

    // engine and store: the one paid call; its pictures are kept and recorded when this step ends
    const outcome = await step.run({ name: 'engine' }, () => callEngineOnce(context, taken))

    // finish and settle: delivered and paid for in one transaction, or back in line, or the failure told and the price
    // given back
    await step.run({ name: 'finish' }, async () => {
      const job = await end(context, taken, outcome)
      context.underWay.delete(run.id)
      if (job) tell(context, job)
    })
  })

function tell({ log }: JobContext, job: Job): void {
  const failure = (job.failure ?? job.waiting?.failure)?.code
  log.info({ jobId: job.id, state: job.state, failure }, hasEnded(job) ? 'job ended' : 'job waits')
}

async function end(context: JobContext, taken: TakenJob, outcome: Outcome): Promise<Job | null> {
  if (outcome.kind === 'received') return finishJob(context, taken)
  if (outcome.kind === 'passing') return putBackToWait(context, taken, outcome.failure)
  if (outcome.kind !== 'failed') return null
  // A call this process knew nothing of may have brought its pictures meanwhile.
  return (await failJob(context, taken, outcome)) ?? finishJob(context, taken)
}
