import type { JobEntry, UiState } from '../ui-state.ts'
import { wantsSomething } from './wants-something.ts'

/**
 * The jobs without those put away, each under its heading. Done when a list is about to be shown, never while it is
 * looked at: then nothing moves under the pointer.
 */
export function inOrder(jobs: UiState['jobs']): JobEntry[] {
  return jobs
    .filter(({ job }) => !job?.dismissed)
    .map((entry) => {
      const earlier = !wantsSomething(entry)
      return { ...entry, earlier, open: entry.open && !earlier }
    })
}
