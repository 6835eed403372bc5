import type { Job, Result } from '#domain/job.ts'
import { percentLabel } from '../percent-label.ts'

export interface RawOffer {
  /** What placing it means, in a sentence. */
  warning: string
}

/** The model’s own picture, where another one was made of it; null where they are the same. */
export function rawOffer(
  { brief }: Pick<Job, 'brief'>,
  { composite, cutout }: Pick<Result, 'composite' | 'cutout'>,
): RawOffer | null {
  if (cutout) return { warning: 'The picture as the model made it is not transparent where it should be.' }
  if (!composite?.measures) return null
  const where = brief.mode === 'expand' ? 'of the original' : 'outside the mask'
  return { warning: `The raw picture changed ${percentLabel(composite.measures.drift.share)} ${where}.` }
}

/** Which pictures of a result can be looked at. */
export type ResultView = 'result' | 'raw' | 'original'

export function resultViews(job: Pick<Job, 'brief'>, result: Result): { value: ResultView; label: string }[] {
  return [
    { value: 'result', label: 'Result' },
    ...(rawOffer(job, result) ? [{ value: 'raw' as const, label: 'Raw' }] : []),
    ...(job.brief.edit ? [{ value: 'original' as const, label: 'Original' }] : []),
  ]
}
