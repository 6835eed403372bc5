import { type JobMark, MOST_MARKS } from '#contract/settings.ts'
import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'
import { withMarks } from './with-marks.ts'

type Names = 'jobMarked' | 'markSettled'

const aboutTheSame = (a: JobMark, b: JobMark): boolean => a.jobId === b.jobId && a.placed === b.placed
const same = (a: JobMark, b: JobMark): boolean => aboutTheSame(a, b) && a.dismissed === b.dismissed

/** What was decided about jobs, until the proxy has it. */
export const markReducers: Reducers<Names, UiState> = {
  jobMarked: (state, { mark }) => ({
    ...state,
    marks: [...state.marks.filter((old) => !aboutTheSame(old, mark)), mark].slice(-MOST_MARKS),
    jobs: state.jobs.map((entry) => (entry.job ? { ...entry, job: withMarks(entry.job, [mark]) } : entry)),
  }),
  markSettled: (state, { mark }) => ({ ...state, marks: state.marks.filter((old) => !same(old, mark)) }),
}
