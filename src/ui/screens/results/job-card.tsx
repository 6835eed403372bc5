import { Notice } from '../../components/notice.tsx'
import { JobFrame } from '../../components/results/job-frame.tsx'
import { JobLine } from '../../components/results/job-line.tsx'
import { SpokenTitle } from '../../components/spoken-title.tsx'
import { jobFacts } from '../../state/jobs/job-facts.ts'
import { rowFacts } from '../../state/jobs/row-facts.ts'
import type { JobEntry } from '../../state/ui-state.ts'
import { useUi } from '../use-ui.ts'
import { JobFailure } from './job-failure.tsx'
import { JobProgress } from './job-progress.tsx'
import { JobResults } from './job-results.tsx'
import { JobThumbnail } from './job-thumbnail.tsx'

/** One job: its progress, its pictures or its failure; or a row that says what it is. */
export function JobCard({ entry }: { entry: JobEntry }) {
  const { state, dispatch, actions } = useUi()
  const { id, job, open } = entry
  const facts = jobFacts(state, entry)
  const row = rowFacts(facts, entry, new Date())
  const price = facts.price && <SpokenTitle more={facts.price.dollars}>{facts.price.label}</SpokenTitle>
  return (
    <JobFrame
      label={facts.title}
      title={open ? facts.title : row.title}
      thumbnail={<JobThumbnail entry={entry} />}
      lines={
        open ? (
          <JobLine end={price}>{facts.subtitle}</JobLine>
        ) : (
          <>
            <JobLine cut end={row.when}>
              {row.subject}
            </JobLine>
            <JobLine end={price}>{row.standing}</JobLine>
          </>
        )
      }
      open={open}
      putAwayLabel={facts.active || !job ? null : `Put away ${row.title}`}
      onFold={(next) => dispatch({ type: 'jobFolded', id, open: next })}
      onPutAway={() => actions.dismissJob(id)}
    >
      {facts.active && <JobProgress entry={entry} facts={facts} />}
      {job && job.results.length > 0 && <JobResults job={job} />}
      {entry.said !== null && job?.state !== 'done' && <Notice tone="plain">{entry.said}</Notice>}
      {job?.state === 'cancelled' && entry.said === null && <Notice tone="plain">Cancelled.</Notice>}
      <JobFailure entry={entry} />
    </JobFrame>
  )
}
