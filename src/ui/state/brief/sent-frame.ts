import type { Frame } from '#domain/frame.ts'
import type { Mode } from '#domain/mode.ts'
import { expansionOf } from '../edits/expansion-of.ts'
import type { UiState } from '../ui-state.ts'
import { backgroundFrame, frameOf, targetOf } from './target.ts'

type FrameOf = (state: UiState) => Frame | null

const ofTarget: FrameOf = (state) => {
  const target = targetOf(state)
  return target && frameOf(target, state.selection?.fileId)
}

/** What each mode makes its picture for; most for the frame that is selected or held. */
const FRAMES: Record<Mode, FrameOf> = {
  create: ofTarget,
  edit: ({ brief: { edit }, editing: { node }, selection }) => {
    if (!edit) return null
    const { width, height, name } = edit.original
    return node ? frameOf(node, selection?.fileId) : { width, height, name }
  },
  background: (state) => {
    const { backdrop, selection } = state
    const read = backdrop?.into && backdrop.frame.id === backgroundFrame(state)?.id ? backdrop.into : null
    return read ? frameOf(read, selection?.fileId) : ofTarget(state)
  },
  // A picture from a file can be expanded for nothing on the canvas.
  expand: (state) => {
    const { canvas } = expansionOf(state) ?? {}
    const name = state.brief.edit?.original.name ?? ''
    return ofTarget(state) ?? (canvas ? { ...canvas, name } : null)
  },
  cutout: ofTarget,
}

/** What the picture is made for; null when nothing is selected. */
export const sentFrame: FrameOf = (state) => FRAMES[state.brief.mode](state)

/** Why a click must wait, in a sentence; null when nothing is on its way. */
export function stillComing(state: UiState): string | null {
  const { brief, uploads } = state
  if (uploads.some((upload) => upload.failure === null)) return 'A reference is still on its way.'
  return brief.mode === 'background' ? backdropWaits(state) : null
}

/** A background must never be bought without what stands in front of it. */
function backdropWaits(state: UiState): string | null {
  const { backdrop } = state
  if (!backdrop || backdrop.reading || backdrop.frame.id !== backgroundFrame(state)?.id)
    return 'What stands in front is still being read.'
  if (backdrop.failure) return backdrop.failure.message
  return backdrop.into ? null : 'What stands in front was not read. Press “Read again”.'
}
