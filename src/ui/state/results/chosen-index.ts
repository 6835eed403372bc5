import type { Job } from '#domain/job.ts'
import type { UiState } from '../ui-state.ts'

/** Which of a job's pictures is chosen: its only one, or the one the designer picked; null when none is. */
export function chosenIndex(state: Pick<UiState, 'chosen'>, job: Job): number | null {
  if (job.results.length === 1) return 0
  return state.chosen?.jobId === job.id && job.results[state.chosen.index] ? state.chosen.index : null
}
