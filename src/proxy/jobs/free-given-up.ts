import type { Failure } from '#domain/failure.ts'
import type { Job } from '#domain/job.ts'
import { release } from '../ledger/release.ts'
import { type ChangeContext, change, type TakenJob } from './change.ts'

/**
 * Gives the price of a job back that another process gave up as interrupted, when its call ends here after all and cost
 * nothing. Null when nobody gave it up, or the price was decided on.
 */
export async function freeGivenUp(
  context: ChangeContext,
  { jobId, runId }: TakenJob,
  failure: Failure,
): Promise<Job | null> {
  const now = context.now()
  return change(context, jobId, 'failed', async (transaction) => {
    const freed = await transaction
      .updateTable('jobs')
      .set({ failure: JSON.stringify(failure), may_have_been_charged: 0 })
      .where('id', '=', jobId)
      .where('run_id', 'is not distinct from', runId)
      .where('state', '=', 'failed')
      .where('may_have_been_charged', '=', 1)
      .where('received', 'is', null)
      .returning('member_id')
      .executeTakeFirst()
    if (!freed) return false
    await release(transaction, { memberId: freed.member_id, jobId, now })
    return true
  })
}
