import { Button } from '@create-figma-plugin/ui'
import { Countdown } from '../../components/results/countdown.tsx'
import { Elapsed } from '../../components/results/elapsed.tsx'
import { UnfinishedPicture } from '../../components/results/unfinished-picture.tsx'
import type { JobFacts } from '../../state/jobs/job-facts.ts'
import type { JobEntry } from '../../state/ui-state.ts'
import styles from '../job.module.css'
import { ProxyImage } from '../proxy-image.tsx'
import { useUi } from '../use-ui.ts'

const PREVIEW_WIDTH = 640

/** A job under way: where it stands, what can be seen of it, and a way to stop it. */
export function JobProgress({ entry, facts }: { entry: JobEntry; facts: JobFacts }) {
  const { actions } = useUi()
  const { job, order, cancelling } = entry
  const frame = (job ?? order)?.frame
  const partial = job?.partials.at(-1)
  const running = job?.state === 'running'
  const cost = running ? 'It may still be charged.' : 'It costs nothing while it waits.'
  return (
    <>
      {job && frame && facts.startedAt !== null && (
        <UnfinishedPicture
          ratio={frame.width / frame.height}
          image={partial ? <ProxyImage id={partial.id} width={PREVIEW_WIDTH} alt="Unfinished picture" /> : null}
          caption={`Preview ${job.partials.length}`}
        />
      )}
      <div class={styles.progress}>
        <div class={styles.standing}>
          <div>{facts.status}</div>
          {facts.nextTry !== null && <Countdown until={facts.nextTry} />}
          {running && facts.startedAt !== null && (
            <Elapsed since={facts.startedAt} typicalSeconds={facts.typicalSeconds} />
          )}
        </div>
        {job && entry.said === null && (
          <Button secondary loading={cancelling} title={cost} onClick={() => void actions.cancelJob(job.id)}>
            Cancel
          </Button>
        )}
      </div>
    </>
  )
}
