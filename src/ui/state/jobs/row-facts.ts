import { hasEnded, JOB_STATES, type Job } from '#domain/job.ts'
import { sizeLabel } from '../brief/frame-label.ts'
import type { JobEntry } from '../ui-state.ts'
import { whenLabel } from '../when-label.ts'
import type { JobFacts } from './job-facts.ts'

export interface RowFacts {
  /** The idea. */
  title: string
  /** “Hero · 1440 × 900” */
  subject: string
  /** “5 min ago”; empty before the proxy has answered. */
  when: string
  /** “3 pictures”, “Placed”, or where it stands. */
  standing: string
}

/** What a job's row says while it is folded. */
export function rowFacts(facts: JobFacts, { job, order }: JobEntry, now: Date): RowFacts {
  const about = job ?? order
  return {
    title: about?.brief.idea.trim() || facts.title,
    subject: about ? `${facts.title} · ${sizeLabel(about.frame)}` : facts.title,
    when: job ? whenLabel(job.createdAt, now) : '',
    standing: job && hasEnded(job) ? outcome(job) : facts.status,
  }
}

function outcome({ clearedAt, placed, results, state }: Job): string {
  if (clearedAt !== null) return 'Pictures cleared'
  if (placed.length > 0) return 'Placed'
  if (state !== 'done') return JOB_STATES[state].label
  return results.length === 1 ? '1 picture' : `${results.length} pictures`
}
