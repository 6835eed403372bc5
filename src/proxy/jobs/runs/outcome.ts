import type { Failure } from '#domain/failure.ts'

/** How the call in a turn of a job went. Small and plain, because the durable run writes it down. */
export type Outcome =
  | { kind: 'received' }
  /** Refused in a way that passes and cost nothing. */
  | { kind: 'passing'; failure: Failure }
  | { kind: 'failed'; failure: Failure; mayHaveBeenCharged: boolean }
  /** Not this run's any more: cancelled, put back in line, or another run's. */
  | { kind: 'taken' }
