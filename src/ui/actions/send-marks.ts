import { toFailure } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'
import type { ActionContext } from './action-context.ts'

/** Nothing to wait for: the job or picture is gone, or of another member. */
const FINAL: ReadonlySet<FailureCode> = new Set(['job_missing', 'image_missing', 'request_invalid'])

/** Tells the proxy what was decided, one after the other; what it does not take now stays for the next start. */
export async function sendMarks(context: ActionContext): Promise<void> {
  const { client, dispatch, read } = context
  if (context.marking) return
  context.marking = true
  try {
    for (let mark = read().marks[0]; mark; mark = read().marks[0]) {
      const { jobId, ...decided } = mark
      await client()
        .markJob(jobId, decided)
        .catch((error: unknown) => {
          if (!FINAL.has(toFailure(error).code)) throw error
        })
      dispatch({ type: 'markSettled', mark })
    }
  } catch {
    // What could not be told is in the draft.
  } finally {
    context.marking = false
  }
}
