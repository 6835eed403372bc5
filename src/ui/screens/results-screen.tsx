import { IconImage16 } from '@create-figma-plugin/ui'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { JobCard } from './job-card.tsx'
import styles from './screen.module.css'
import { useUi } from './use-ui.ts'

/** Jobs and their pictures, newest first. */
export function ResultsScreen() {
  const { state, dispatch } = useUi()
  return (
    <main class={styles.screen}>
      <div class={styles.scroll}>
        {state.failure && (
          <div class={styles.padded}>
            <FailureNotice failure={state.failure} onDismiss={() => dispatch({ type: 'failureDismissed' })} />
          </div>
        )}
        {state.jobs.length === 0 && (
          <div class={styles.padded}>
            <EmptyState icon={<IconImage16 />} title="No pictures yet">
              Write a brief and generate. Pictures wait here until you place them.
            </EmptyState>
          </div>
        )}
        {state.jobs.map((entry) => (
          <JobCard key={entry.id} entry={entry} />
        ))}
      </div>
    </main>
  )
}
