import { z } from 'zod'
import type { Quality } from './models.ts'

export const stageSchema = z.enum(['draft', 'review', 'final'])
export type Stage = z.infer<typeof stageSchema>

export interface StageRow {
  readonly quality: Quality
  /** The most a result may be enlarged to fill its frame; 1 means not at all. */
  readonly maxUpscale: number
  readonly partialImages: number
}

const STAGES: Readonly<Record<Stage, StageRow>> = {
  draft: { quality: 'low', maxUpscale: 1.25, partialImages: 0 },
  review: { quality: 'medium', maxUpscale: 1, partialImages: 1 },
  final: { quality: 'high', maxUpscale: 1, partialImages: 2 },
}

export function stageRow(stage: Stage): StageRow {
  return STAGES[stage]
}
