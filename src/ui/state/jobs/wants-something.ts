import { hasEnded, type Job } from '#domain/job.ts'
import type { JobEntry } from '../ui-state.ts'

/** Whether a job is for the inbox: under way, done with nothing placed, or failed; and not put away. */
export function wantsSomething({ job }: Pick<JobEntry, 'job'>): boolean {
  if (!job) return true
  if (job.dismissed) return false
  return !hasEnded(job) || job.state === 'failed' || unplaced(job)
}

const unplaced = ({ state, placed, clearedAt }: Job): boolean =>
  state === 'done' && placed.length === 0 && clearedAt === null
