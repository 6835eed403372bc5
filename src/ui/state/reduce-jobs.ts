import type { Job } from '#domain/job.ts'
import type { Reducers } from './ui-event.ts'
import type { JobEntry, UiState } from './ui-state.ts'

type Names =
  | 'jobOrdered'
  | 'orderAddressed'
  | 'jobsFound'
  | 'jobChanged'
  | 'jobLost'
  | 'jobRetried'
  | 'jobDismissed'
  | 'cancelStarted'
  | 'cancelAnswered'
  | 'cancelFailed'

const entryOf = (job: Job): JobEntry => ({
  id: job.id,
  order: null,
  job,
  failure: null,
  cancelling: false,
  said: null,
})

function change(state: UiState, id: string, entry: Partial<JobEntry>): UiState {
  return { ...state, jobs: state.jobs.map((old) => (old.id === id ? { ...old, ...entry } : old)) }
}

const newestFirst = (a: JobEntry, b: JobEntry): number =>
  (b.job?.createdAt ?? '~').localeCompare(a.job?.createdAt ?? '~')

/** A job the plugin knows is brought up to date; one it does not is put in its place, newest first. */
function meet(state: UiState, job: Job): UiState {
  if (state.jobs.some((entry) => entry.id === job.id)) return change(state, job.id, { job, failure: null })
  return { ...state, jobs: [...state.jobs, entryOf(job)].sort(newestFirst) }
}

/** Jobs from the click on. */
export const jobReducers: Reducers<Names, UiState> = {
  jobOrdered: (state, { id, order }) => ({
    ...state,
    screen: 'results',
    failure: null,
    replaced: null,
    placed: null,
    misplaced: null,
    jobs: [{ id, order, job: null, failure: null, cancelling: false, said: null }, ...state.jobs],
  }),
  orderAddressed: (state, { id, order }) => change(state, id, { order }),
  jobsFound: (state, { jobs }) => jobs.reduce(meet, { ...state, remembered: [] }),
  jobChanged: (state, { job }) => meet(state, job),
  jobLost: (state, { id, failure }) => change(state, id, { failure, cancelling: false }),
  jobRetried: (state, { id }) => change(state, id, { failure: null }),
  jobDismissed: (state, { id }) => ({ ...state, jobs: state.jobs.filter((entry) => entry.id !== id) }),
  cancelStarted: (state, { id }) => change(state, id, { cancelling: true }),
  cancelAnswered: (state, { job, said }) => change(state, job.id, { job, failure: null, cancelling: false, said }),
  cancelFailed: (state, { id, failure }) => ({ ...change(state, id, { cancelling: false }), failure }),
}
