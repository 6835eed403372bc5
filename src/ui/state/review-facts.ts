import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Mode } from '#domain/mode.ts'
import { VERDICTS } from '#domain/review.ts'
import { whenLabel } from './when-label.ts'

/** Pictures that take the place of something a reviewer knows. */
const REVIEWED: readonly Mode[] = ['background', 'edit', 'expand']

export interface ReviewFacts {
  /** “Approved by Ann · 5 min ago”, “Not reviewed yet” */
  standing: string
  note: string
}

/** What is known of the review of a layer’s picture; null where there is nothing to review. */
export function reviewFacts({ provenance, review }: NodeSnapshot, now: Date): ReviewFacts | null {
  if (!review && !(provenance && REVIEWED.includes(provenance.mode))) return null
  const standing = review
    ? `${VERDICTS[review.verdict].label} by ${review.by} · ${whenLabel(review.at, now)}`
    : 'Not reviewed yet'
  return { standing, note: review?.note ?? '' }
}
