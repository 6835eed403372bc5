import type { Failure } from '#domain/failure.ts'
import type { Verdict } from '#domain/review.ts'

/** What is under way, or was done last, with the picture on a layer. */
export interface Reviewing {
  nodeId: string
  /** Null when nothing is under way. */
  busy: Verdict | 'next' | null
  said: string | null
  failure: Failure | null
}
