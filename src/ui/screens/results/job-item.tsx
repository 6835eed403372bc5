import { useEffect, useRef } from 'preact/hooks'
import { PutAwayRow } from '../../components/results/put-away-row.tsx'
import type { JobEntry } from '../../state/ui-state.ts'
import { useUi } from '../use-ui.ts'
import { JobCard } from './job-card.tsx'

/** A job in the list, or the way back to one just put away; the focus stays with it. */
export function JobItem({ entry }: { entry: JobEntry }) {
  const { actions } = useUi()
  const item = useRef<HTMLDivElement>(null)
  const dismissed = entry.job?.dismissed ?? false
  const before = useRef(dismissed)
  useEffect(() => {
    const changed = before.current !== dismissed
    before.current = dismissed
    if (changed && document.activeElement === document.body) item.current?.querySelector('button')?.focus()
  }, [dismissed])
  return (
    <div ref={item}>
      {entry.job && dismissed ? (
        <PutAwayRow title={entry.job.brief.idea} onUndo={() => actions.restoreJob(entry.id)} />
      ) : (
        <JobCard entry={entry} />
      )}
    </div>
  )
}
