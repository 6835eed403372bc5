import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Mode } from '#domain/mode.ts'
import { type Review, VERDICTS } from '#domain/review.ts'
import { whenLabel } from '../when-label.ts'

/** Pictures that take the place of something a reviewer knows. */
const REVIEWED: readonly Mode[] = ['background', 'edit', 'expand']

export interface ReviewFacts {
  /** Of the picture that is there: “Approved by Ann · 5 min ago · note by Bo”, “Not reviewed yet” */
  standing: string
  note: string
  /** Of one that may be gone: “Last rejected by Ann · 5 min ago: too dark”; null when there was none, or that is how it stands. */
  rejected: string | null
}

/** What is known of the review of a layer’s picture; null where there is nothing to review. */
export function reviewFacts({ provenance, review, rejected }: NodeSnapshot, now: Date): ReviewFacts | null {
  if (!review && !rejected && !(provenance && REVIEWED.includes(provenance.mode))) return null
  // The word on the layer is about the picture that went.
  if (review?.verdict === 'rejected' && !provenance)
    return { standing: 'The picture was taken out', note: '', rejected: lastRejected(rejected ?? review, now) }
  const isStanding = review?.verdict === 'rejected' && review.at === rejected?.at
  return {
    standing: review ? standingOf(review, now) : 'Not reviewed yet',
    note: review?.note ?? '',
    rejected: rejected && !isStanding ? lastRejected(rejected, now) : null,
  }
}

function standingOf({ verdict, by, at, noted }: Review, now: Date): string {
  const joined = noted && noted.by !== by ? ` · note by ${noted.by}` : ''
  return `${VERDICTS[verdict].label} by ${by} · ${whenLabel(at, now)}${joined}`
}

function lastRejected({ by, at, note }: Review, now: Date): string {
  const said = note.trim() === '' ? '' : `: ${note}`
  return `Last rejected by ${by} · ${whenLabel(at, now)}${said}`
}
