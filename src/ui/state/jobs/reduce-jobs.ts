import { hasEnded, type Job } from '#domain/job.ts'
import type { Reducers } from '../ui-event.ts'
import type { JobEntry, Order, UiState, UncheckedOrder } from '../ui-state.ts'
import { inOrder } from './in-order.ts'
import { wantsSomething } from './wants-something.ts'
import { withMarks } from './with-marks.ts'

type Names =
  | 'jobOrdered'
  | 'orderAddressed'
  | 'jobsFound'
  | 'olderFound'
  | 'jobChanged'
  | 'jobLost'
  | 'jobRetried'
  | 'jobDropped'
  | 'jobFolded'
  | 'cancelStarted'
  | 'cancelAnswered'
  | 'cancelFailed'

/** No more than this many found jobs are shown whole at first. */
const FEW = 3

const entryOf = (id: string, order: Order | null, job: Job | null): JobEntry => ({
  id,
  order,
  unchecked: null,
  job,
  failure: null,
  cancelling: false,
  said: null,
  triedAgain: false,
  open: true,
  earlier: !wantsSomething({ job }),
})

const uncheckedOf = ({ backdrop }: UiState, { brief }: Order): UncheckedOrder => ({
  backdropOf: brief.mode === 'background' ? (backdrop?.frame ?? null) : null,
})

function change(state: UiState, id: string, entry: Partial<JobEntry>): UiState {
  return { ...state, jobs: state.jobs.map((old) => (old.id === id ? { ...old, ...entry } : old)) }
}

const isKnown = (state: UiState, id: string): boolean => state.jobs.some((entry) => entry.id === id)

const newestFirst = (a: JobEntry, b: JobEntry): number =>
  (b.job?.createdAt ?? '~').localeCompare(a.job?.createdAt ?? '~')

/** A job the plugin knows is brought up to date; one it does not is put in its place, newest first. */
function meet(state: UiState, told: Job): UiState {
  const known = state.jobs.find((entry) => entry.id === told.id)
  const job = newerOf(known?.job ?? null, withMarks(told, state.marks))
  const met = { ...state, changed: job.id }
  if (known) return change(met, job.id, { job, failure: null })
  return { ...met, jobs: [...state.jobs, entryOf(job.id, null, job)].sort(newestFirst) }
}

/** Answers can overtake each other: an ended job stays ended, and a done one done. */
function newerOf(known: Job | null, told: Job): Job {
  if (!known || !hasEnded(known)) return told
  return hasEnded(told) && (known.state !== 'done' || told.state === 'done') ? told : known
}

/** Takes in what the proxy listed; of many, what is not known yet is folded to rows. */
function find(state: UiState, listed: readonly Job[]): UiState {
  const known = new Set(state.jobs.map(({ id }) => id))
  const wanted = listed.filter((job) => known.has(job.id) || !withMarks(job, state.marks).dismissed)
  const met = wanted.reduce(meet, state)
  const inbox = met.jobs.filter(wantsSomething)
  const active = inbox.filter(({ job }) => job && !hasEnded(job))
  const shown = new Set([inbox, active].filter((few) => few.length <= FEW).flatMap((few) => few.map(({ id }) => id)))
  const jobs = met.jobs.map((entry) => (known.has(entry.id) ? entry : { ...entry, open: shown.has(entry.id) }))
  return { ...met, jobs, found: inbox.length, changed: state.changed }
}

/** Puts what is not known yet into the list, folded. */
function add(state: UiState, listed: readonly Job[]): UiState {
  const known = new Set(state.jobs.map(({ id }) => id))
  const told = listed.map((job) => withMarks(job, state.marks)).filter((job) => !known.has(job.id) && !job.dismissed)
  const entries = told.map((job) => ({ ...entryOf(job.id, null, job), open: false }))
  return { ...state, jobs: [...state.jobs, ...entries].sort(newestFirst) }
}

/** Jobs from the click on. */
export const jobReducers: Reducers<Names, UiState> = {
  jobOrdered: (state, { id, order, forTarget, again }) => ({
    ...state,
    changed: id,
    screen: 'results',
    failure: null,
    replaced: null,
    placed: null,
    misplaced: null,
    jobs: [
      { ...entryOf(id, order, null), unchecked: forTarget ? uncheckedOf(state, order) : null },
      ...(state.screen === 'results' ? state.jobs : inOrder(state.jobs)).map((entry) =>
        entry.id === again ? { ...entry, triedAgain: true } : entry,
      ),
    ],
  }),
  orderAddressed: (state, { id, order }) => change(state, id, { order, unchecked: null }),
  jobsFound: (state, { jobs, olderThan }) => ({ ...find(state, jobs), olderThan }),
  olderFound: (state, { jobs, olderThan }) => ({ ...add(state, jobs), olderThan }),
  jobChanged: (state, { job }) => meet(state, job),
  jobLost: (state, { id, failure }) => change({ ...state, changed: id }, id, { failure, cancelling: false }),
  jobRetried: (state, { id }) => change(state, id, { failure: null }),
  jobDropped: (state, { id }) => ({ ...state, jobs: state.jobs.filter((entry) => entry.id !== id) }),
  jobFolded: (state, { id, open }) => change(state, id, { open }),
  cancelStarted: (state, { id }) => change(state, id, { cancelling: true }),
  cancelAnswered: (state, { job, said }) =>
    isKnown(state, job.id) ? change(meet(state, job), job.id, { cancelling: false, said }) : state,
  cancelFailed: (state, { id, failure }) => ({ ...change(state, id, { cancelling: false }), failure }),
}
