import type { Job, Result } from '#domain/job.ts'

export interface RawOffer {
  /** What placing it means, in a sentence. */
  warning: string
}

/** The model’s own picture, where another one was made of it; null where they are the same. */
export function rawOffer({ composite, cutout }: Pick<Result, 'composite' | 'cutout'>): RawOffer | null {
  if (cutout) return { warning: 'The picture as the model made it is not transparent where it should be.' }
  if (!composite?.measures) return null
  const { share } = composite.measures.drift
  const drifted = share > 0 && share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`
  return { warning: `Pixels outside the mask may have changed: ${drifted} did.` }
}

/** Which pictures of a result can be looked at. */
export type ResultView = 'result' | 'raw' | 'original'

export function resultViews({ brief }: Pick<Job, 'brief'>, result: Result): { value: ResultView; label: string }[] {
  return [
    { value: 'result', label: 'Result' },
    ...(rawOffer(result) ? [{ value: 'raw' as const, label: 'Raw' }] : []),
    ...(brief.edit ? [{ value: 'original' as const, label: 'Original' }] : []),
  ]
}
