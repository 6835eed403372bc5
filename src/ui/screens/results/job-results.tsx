import { Button } from '@create-figma-plugin/ui'
import type { Job } from '#domain/job.ts'
import { Notice } from '../../components/notice.tsx'
import { moreOffer } from '../../state/brief/generate-offer.ts'
import { dayLabel } from '../../state/when-label.ts'
import styles from '../job.module.css'
import { useUi } from '../use-ui.ts'
import { JobPictures } from './job-pictures.tsx'

/** What a job brought, as long as it is kept, and more of the same. */
export function JobResults({ job }: { job: Job }) {
  const { state, dispatch, actions } = useUi()
  const more = moreOffer(state, job)
  return (
    <>
      {job.clearedAt === null ? (
        <JobPictures job={job} />
      ) : (
        <Notice tone="plain">
          {`The proxy cleared these pictures away on ${dayLabel(job.clearedAt)}: it keeps what is not placed for a time only.`}
        </Notice>
      )}
      <div class={styles.foot}>
        <Button
          secondary
          loading={more.busy}
          disabled={!more.order && !more.busy}
          {...(more.dollars === null ? {} : { title: more.dollars, 'aria-description': more.dollars })}
          onClick={(event) => {
            if (event.detail <= 1) void actions.generate(more)
          }}
        >
          {more.label}
        </Button>
        <Button secondary onClick={() => dispatch({ type: 'briefReplaced', brief: job.brief })}>
          Edit brief
        </Button>
      </div>
      {more.reason && <p class={styles.muted}>{more.reason}</p>}
    </>
  )
}
