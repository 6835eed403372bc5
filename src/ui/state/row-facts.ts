import { hasEnded, type Job } from '#domain/job.ts'
import { sizeLabel } from './frame-label.ts'
import type { JobFacts } from './job-facts.ts'
import type { JobEntry } from './ui-state.ts'
import { whenLabel } from './when-label.ts'

export interface RowFacts {
  /** The idea. */
  title: string
  /** “Hero · 1440 × 900” */
  subject: string
  /** “3 pictures · 5 min ago”, “Failed · 19 Nov”, or where it stands. */
  standing: string
}

/** What a job's row says while it is folded. */
export function rowFacts(facts: JobFacts, { job, order }: JobEntry, now: Date): RowFacts {
  const about = job ?? order
  return {
    title: about?.brief.idea.trim() || facts.title,
    subject: about ? `${facts.title} · ${sizeLabel(about.frame)}` : facts.title,
    standing: job && hasEnded(job) ? [...outcome(job), whenLabel(job.createdAt, now)].join(' · ') : facts.status,
  }
}

function outcome(job: Job): string[] {
  if (job.clearedAt !== null) return ['Pictures cleared']
  if (job.placed.length > 0) return ['Placed']
  if (job.state !== 'done') return [job.state === 'failed' ? 'Failed' : 'Cancelled']
  return job.results.length > 1 ? [`${job.results.length} pictures`] : []
}
