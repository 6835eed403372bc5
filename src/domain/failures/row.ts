/**
 * Whether the upstream may have charged for the request that failed.
 * `no`: the reservation is released. `maybe`: it stays spent until someone decides.
 */
export type Billed = 'no' | 'maybe'

/**
 * Who waits when a call failed so, because it passes and cost nothing: the job tries again later; with `upstream`, no
 * other job is sent to that upstream before either. Null ends the job.
 */
export type Waits = 'job' | 'upstream' | null

export interface FailureRow {
  /** HTTP status the proxy answers with; 0 for failures that never cross HTTP. */
  status: number
  /** True when the same action can succeed later, unchanged. */
  retryable: boolean
  billed: Billed
  waits: Waits
  /** What happened, why, what to do. `{name}` is filled from the failure's details. */
  sentence: string
}

export const row = (
  status: number,
  sentence: string,
  more: { retryable?: boolean; billed?: Billed; waits?: Waits } = {},
): FailureRow => ({
  status,
  sentence,
  retryable: more.retryable ?? false,
  billed: more.billed ?? 'no',
  waits: more.waits ?? null,
})
