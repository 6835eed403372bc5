import type { Failure } from '#domain/failure.ts'

/** How the one call for a job went. Small and plain, because the durable run writes it down. */
export type Outcome =
  | { kind: 'received' }
  | { kind: 'failed'; failure: Failure; mayHaveBeenCharged: boolean }
  /** Cancelled before anything was sent. */
  | { kind: 'withdrawn' }
  /** Another durable run works on the job. */
  | { kind: 'taken' }
