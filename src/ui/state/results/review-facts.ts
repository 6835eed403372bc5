import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Mode } from '#domain/mode.ts'
import { type Review, VERDICTS } from '#domain/review.ts'
import { whenLabel } from '../when-label.ts'

/** Pictures that take the place of something a reviewer knows. */
const REVIEWED: readonly Mode[] = ['background', 'edit', 'expand']

export interface ReviewFacts {
  /** “Approved by Ann · 5 min ago”, “Not reviewed yet” */
  standing: string
  note: string
  /** “Last rejected by Ann · 5 min ago: too dark”; null when there was none, or that is how it stands. */
  rejected: string | null
}

/** What is known of the review of a layer’s picture; null where there is nothing to review. */
export function reviewFacts({ provenance, review, rejected }: NodeSnapshot, now: Date): ReviewFacts | null {
  if (!review && !rejected && !(provenance && REVIEWED.includes(provenance.mode))) return null
  const standing = review
    ? `${VERDICTS[review.verdict].label} by ${review.by} · ${whenLabel(review.at, now)}`
    : 'Not reviewed yet'
  const isStanding = review?.verdict === 'rejected' && review.at === rejected?.at
  return { standing, note: review?.note ?? '', rejected: rejected && !isStanding ? lastRejected(rejected, now) : null }
}

function lastRejected({ by, at, note }: Review, now: Date): string {
  const said = note.trim() === '' ? '' : `: ${note}`
  return `Last rejected by ${by} · ${whenLabel(at, now)}${said}`
}
