import type { JobMark } from '#contract/settings.ts'
import { toFailure } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'
import { markOwner } from '../../state/jobs/mark-owner.ts'
import type { ActionContext } from '../action-context.ts'

/** Nothing to wait for: the job or picture is gone, or of another member. */
const FINAL: ReadonlySet<FailureCode> = new Set(['job_missing', 'image_missing', 'request_invalid'])

/**
 * Tells the proxy what this member decided, one after the other; what it does not take now is sent again when it has
 * answered, here or on the next start. What was decided as another member or at another proxy waits for them.
 */
export function sendMarks(context: ActionContext): Promise<void> {
  if (context.marking) return context.marking
  if (!nextMark(context)) return Promise.resolve()
  context.marking = send(context)
  return context.marking
}

function nextMark({ read }: ActionContext): JobMark | undefined {
  const me = markOwner(read())
  return me
    ? read().marks.find(({ owner }) => !owner || (owner.proxyUrl === me.proxyUrl && owner.member === me.member))
    : undefined
}

async function send(context: ActionContext): Promise<void> {
  const { client, dispatch } = context
  try {
    for (let mark = nextMark(context); mark; mark = nextMark(context)) {
      const { jobId, owner: _, ...decided } = mark
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
    context.marking = null
  }
}
