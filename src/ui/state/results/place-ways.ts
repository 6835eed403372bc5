import type { Job, Result } from '#domain/job.ts'
import type { Mode } from '#domain/mode.ts'
import { PLACEMENTS, type Placement } from '#domain/placement.ts'
import type { UiState } from '../ui-state.ts'
import { isPresentFile } from './is-present-file.ts'
import { placeReason } from './place-reason.ts'

export interface PlaceWayOffer {
  id: Placement
  label: string
  hint: string
  /** Why it does not work for the layer; null when it does. */
  reason: string | null
}

/** What becomes of a picture on the canvas in each mode, the likeliest first. */
const WAYS: Record<Mode, readonly Placement[]> = {
  create: ['fill', 'layer', 'beside'],
  edit: ['replace', 'fill', 'layer', 'beside'],
  background: ['fill', 'layer', 'beside'],
  expand: ['fill', 'layer', 'beside'],
  cutout: ['layer', 'beside', 'fill'],
}

/** The ways a job’s picture can go to the canvas, the likeliest first. */
export function placeWays(state: Pick<UiState, 'selection' | 'pinned' | 'onSelection'>, job: Job): PlaceWayOffer[] {
  return WAYS[job.brief.mode]
    .filter((id) => id !== 'replace' || canReplace(state, job))
    .map((id) => ({ id, ...PLACEMENTS[id], reason: placeReason(state, job, id) }))
}

/** Only what was a fill of a layer in this file can make way for its edit. */
function canReplace(state: Pick<UiState, 'selection' | 'onSelection'>, { id, brief, frame }: Job): boolean {
  const fill = brief.edit?.original.fill
  return fill != null && isPresentFile(state, frame.fileId) && state.onSelection !== id
}

/** Whether a picture can be placed as what was asked for: a cutout that is none cannot. */
export const isPlaceable = ({ cutout }: Pick<Result, 'cutout'>): boolean => !cutout?.refused
