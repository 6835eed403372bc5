import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Original } from '#domain/edits/edit.ts'
import { type Failure, makeFailure } from '#domain/failure.ts'
import type { UiState } from '../ui-state.ts'
import type { MaskMeasured } from './edit-state.ts'
import { counts } from './mask-part.ts'

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
  const percent = share < 0.01 ? 'Under 1' : share > 0.99 ? 'Over 99' : String(Math.round(share * 100))
  return `${percent} % of the picture may change`
}

/** Whether the layer shows another picture by now than the one that was read, or is gone. */
export function originalLost({ brief, editing }: Pick<UiState, 'brief' | 'editing'>): Failure | null {
  const { fill, name } = brief.edit?.original ?? {}
  const { node, lost } = editing
  if (!fill || (!node && !lost)) return null
  if (node?.imageFills.some(({ imageHash }) => imageHash === fill.imageHash)) return null
  return makeFailure('original_lost', { name: node?.name ?? (name || 'Picture') })
}

/** Whether a layer shows what was made here of this very picture. */
export const showsEditOf = (node: Pick<NodeSnapshot, 'provenance'>, original: Pick<Original, 'imageId'>): boolean =>
  node.provenance?.originalId === original.imageId

/** Whether the layer shows another picture because an edit of it was placed there. */
export function showsOwnEdit({ brief, editing }: Pick<UiState, 'brief' | 'editing'>): boolean {
  return brief.edit !== null && editing.node !== null && showsEditOf(editing.node, brief.edit.original)
}

const OWN_EDIT = 'The layer now shows your edit. Press “Go on from it”, or choose another picture.'

/** Why an edit cannot be sent yet, in a sentence; null when nothing speaks against it. */
export function editWaits(state: Pick<UiState, 'brief' | 'editing'>): string | null {
  const { reading, drawing } = state.editing
  if (reading !== null) return `“${reading}” is still being read.`
  if (drawing) return 'The mask is still being drawn.'
  const lost = originalLost(state)
  if (lost) return showsOwnEdit(state) ? OWN_EDIT : lost.message
  const status = maskStatus(state)
  if (status.kind === 'measuring') return 'The mask is still being measured.'
  return status.kind === 'refused' ? status.failure.message : null
}
