import { Button, IconImage16 } from '@create-figma-plugin/ui'
import { Details } from '../../components/details.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LongList } from '../../components/long-list.tsx'
import { earlierLabel } from '../../state/jobs/earlier-label.ts'
import type { JobEntry } from '../../state/ui-state.ts'
import { FailureNotice } from '../failure-notice.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { JobItem } from './job-item.tsx'

const items = (entries: readonly JobEntry[]) => entries.map((entry) => <JobItem key={entry.id} entry={entry} />)

/** The inbox: what is under way and what waits for a decision; then what came to an end earlier. Newest first. */
export function ResultsScreen() {
  const { state, dispatch, actions } = useUi()
  const inbox = state.jobs.filter((entry) => !entry.earlier)
  const earlier = state.jobs.filter((entry) => entry.earlier)
  return (
    <main class={styles.screen}>
      <div class={styles.scroll}>
        {state.failure && (
          <div class={styles.padded}>
            <FailureNotice failure={state.failure} onDismiss={() => dispatch({ type: 'failureDismissed' })} />
          </div>
        )}
        {inbox.length === 0 && (
          <div class={styles.padded}>
            <EmptyState
              icon={<IconImage16 />}
              title={earlier.length === 0 ? 'No pictures yet' : 'Nothing waits for you'}
            >
              Write a brief and generate. Pictures wait here until you place them or put them away.
            </EmptyState>
          </div>
        )}
        <section aria-label="Inbox">
          <LongList rows={items(inbox)} />
        </section>
        {(earlier.length > 0 || state.olderThan !== null) && (
          <div class={styles.earlier}>
            <Details title="Earlier" summary={earlierLabel(earlier.length, state.olderThan !== null)}>
              <LongList rows={items(earlier)} />
              {state.olderThan !== null && (
                <div class={styles.padded}>
                  <Button secondary onClick={() => void actions.loadOlder()}>
                    Load older jobs
                  </Button>
                </div>
              )}
            </Details>
          </div>
        )}
      </div>
    </main>
  )
}
