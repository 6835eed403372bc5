import { JobFrame } from '../components/job-frame.tsx'
import { Notice } from '../components/notice.tsx'
import { jobFacts } from '../state/job-facts.ts'
import type { JobEntry } from '../state/ui-state.ts'
import { JobFailure } from './job-failure.tsx'
import { JobProgress } from './job-progress.tsx'
import { JobResults } from './job-results.tsx'
import { useUi } from './use-ui.ts'

/** One job: its progress, its pictures or its failure. */
export function JobCard({ entry }: { entry: JobEntry }) {
  const facts = jobFacts(useUi().state, entry)
  const { job } = entry
  return (
    <JobFrame title={facts.title} subtitle={facts.subtitle} price={facts.price}>
      {facts.active && <JobProgress entry={entry} facts={facts} />}
      {job && job.results.length > 0 && <JobResults job={job} />}
      {entry.said !== null && job?.state !== 'done' && <Notice tone="plain">{entry.said}</Notice>}
      {job?.state === 'cancelled' && entry.said === null && <Notice tone="plain">Cancelled.</Notice>}
      <JobFailure entry={entry} />
    </JobFrame>
  )
}
