import { jobFacts } from './jobs/job-facts.ts'
import type { UiState } from './ui-state.ts'

/** What a screen reader is told when it changes: where the job stands that something happened to last. */
export function announcement(state: UiState): string {
  const entry = state.jobs.find(({ id }) => id === state.changed) ?? state.jobs[0]
  if (!entry) return ''
  const facts = jobFacts(state, entry)
  if (entry.failure) return `${facts.title}: ${entry.failure.message}`
  if (entry.job?.failure) return `${facts.title}: ${entry.job.failure.message}`
  const partials = entry.job?.partials.length ?? 0
  const preview = facts.active && partials > 0 ? `, preview ${partials}` : ''
  return `${facts.title}: ${facts.status}${preview}`
}
