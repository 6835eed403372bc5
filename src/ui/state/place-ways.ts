import type { Job, Result } from '#domain/job.ts'
import { PLACEMENTS, type Placement, placementSchema } from '#domain/placement.ts'
import { isPresentFile } from './is-present-file.ts'
import { placeReason } from './place-reason.ts'
import type { UiState } from './ui-state.ts'

export interface PlaceWayOffer {
  id: Placement
  label: string
  hint: string
  /** Why it does not work for the layer; null when it does. */
  reason: string | null
}

/** The ways a job’s picture can go to the canvas, the likeliest first. */
export function placeWays(state: Pick<UiState, 'selection' | 'pinned' | 'onSelection'>, job: Job): PlaceWayOffer[] {
  return placementSchema.options
    .filter((id) => id !== 'replace' || canReplace(state, job))
    .map((id) => ({ id, ...PLACEMENTS[id], reason: placeReason(state, job, id) }))
}

/** Only what was a fill of a layer in this file can make way for its edit, and only an edit has its size. */
function canReplace(state: Pick<UiState, 'selection' | 'onSelection'>, { id, brief, frame }: Job): boolean {
  const fill = brief.edit?.original.fill
  return brief.mode === 'edit' && fill != null && isPresentFile(state, frame.fileId) && state.onSelection !== id
}

/** Whether a picture can be placed as what was asked for: a cutout that is none cannot. */
export const isPlaceable = ({ cutout }: Pick<Result, 'cutout'>): boolean => !cutout?.refused
