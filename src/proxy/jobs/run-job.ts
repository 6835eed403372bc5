import { defineWorkflow } from 'openworkflow'
import { z } from 'zod'
import { type Job, jobIdSchema } from '#domain/job.ts'
import { callEngineOnce } from './call-engine-once.ts'
import { claimJob, failJob, finishJob, type TakenJob } from './job-changes.ts'
import type { JobContext } from './job-context.ts'
import type { Outcome } from './outcome.ts'

/**
 * What happens to a job, top to bottom. Each step's outcome is written down; when the process dies, another run of the
 * same code goes on after the last step that finished and repeats the one that did not. So any step can run twice.
 */
export const runJob = (context: JobContext) =>
  defineWorkflow(
    { name: 'run-job', schema: z.object({ jobId: jobIdSchema }) },
    async ({ input: { jobId }, step, run }) => {
      // prepare: the job is this run's, and running
      const claimed = await step.run({ name: 'prepare' }, () => claimJob(context, jobId, run.id))
      if (!claimed) return
      const taken = { jobId, runId: run.id }

      // engine and store: the one paid call; its pictures are on disk and recorded when this step ends
      const outcome = await step.run({ name: 'engine' }, () => callEngineOnce(context, taken))

      // finish and settle: delivered and paid for in one transaction, or the failure told and the price given back
      await step.run({ name: 'finish' }, async () => {
        if (outcome.kind === 'taken') return
        const job = await end(context, taken, outcome)
        context.underWay.delete(jobId)
        if (job) context.log.info({ jobId, state: job.state, failure: job.failure?.code }, 'job ended')
      })
    },
  )

async function end(context: JobContext, taken: TakenJob, outcome: Outcome): Promise<Job | null> {
  if (outcome.kind === 'received') return finishJob(context, taken)
  return outcome.kind === 'failed' ? failJob(context, taken, outcome) : null
}
