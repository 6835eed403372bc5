import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Verdict } from '#domain/review.ts'
import type { ResultPick, UiState } from '../ui-state.ts'

export interface ReviewStepOffer {
  id: Verdict | 'next'
  label: string
  hint: string
  enabled: boolean
}

/** The picture a layer shows, as far as it remembers; else the one known to have been placed there. */
export function shownPick({ provenance }: NodeSnapshot, placed: ResultPick | null): ResultPick | null {
  return provenance ? { jobId: provenance.jobId, index: provenance.resultIndex } : placed
}

/** What can be said of a layer’s picture, and done with it. `changed`: the note is not the one on the layer. */
export function reviewSteps(
  { jobs }: Pick<UiState, 'jobs'>,
  node: NodeSnapshot,
  shown: ResultPick | null,
  changed: boolean,
): ReviewStepOffer[] {
  const present = node.provenance !== null
  const job = jobs.find(({ id }) => id === shown?.jobId)?.job
  const single = job?.results.length === 1
  return [
    { id: 'approved', label: 'Approve', hint: 'Writes on the layer who approved it and when', enabled: present },
    { id: 'noted', label: 'Save note', hint: 'Writes the note on the layer', enabled: present && changed },
    {
      id: 'next',
      label: 'Next candidate',
      hint: single ? 'The job has one picture only: generate more' : 'Shows the next picture of the same job here',
      enabled: shown !== null && !single,
    },
    { id: 'rejected', label: 'Reject', hint: 'Takes the picture out again', enabled: present },
  ]
}
