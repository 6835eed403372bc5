import { type Failure, makeFailure } from '#domain/failure.ts'
import type { MaskMeasured } from './edit-state.ts'
import { counts } from './mask-part.ts'
import type { UiState } from './ui-state.ts'

export type MaskStatus =
  | { kind: 'none' | 'measuring' }
  | { kind: 'ready'; share: number | null }
  | { kind: 'refused'; failure: Failure }

/** How far the mask of an edit is. */
export function maskStatus({ editing }: Pick<UiState, 'editing'>): MaskStatus {
  const { parts, measured } = editing
  if (!parts.some(counts)) return { kind: 'none' }
  const known: MaskMeasured | null = measured?.parts === parts ? measured : null
  if (!known) return { kind: 'measuring' }
  return known.failure ? { kind: 'refused', failure: known.failure } : { kind: 'ready', share: known.share }
}

/** “12 % of the picture may change” */
export function shareSentence(share: number | null): string {
  if (share === null) return 'The mask from before is kept'
  const percent = share < 0.01 ? 'under 1' : share > 0.99 ? 'over 99' : String(Math.round(share * 100))
  return `${percent} % of the picture may change`
}

/** Whether the layer shows another picture by now than the one that was read. */
export function originalLost({ brief, editing }: Pick<UiState, 'brief' | 'editing'>): Failure | null {
  const fill = brief.edit?.original.fill
  const { node } = editing
  if (!fill || !node || node.imageFills.some(({ imageHash }) => imageHash === fill.imageHash)) return null
  return makeFailure('original_lost', { name: node.name })
}

/** Why an edit cannot be sent yet, in a sentence; null when nothing speaks against it. */
export function editWaits(state: Pick<UiState, 'brief' | 'editing'>): string | null {
  const { reading, drawing } = state.editing
  if (reading !== null) return `“${reading}” is still being read.`
  if (drawing) return 'The mask is still being drawn.'
  const lost = originalLost(state)
  if (lost) return lost.message
  const status = maskStatus(state)
  if (status.kind === 'measuring') return 'The mask is still being measured.'
  return status.kind === 'refused' ? status.failure.message : null
}
