import { toFailure } from '#domain/app-error.ts'
import { counts, type MaskPart } from '../../state/edits/mask-part.ts'
import type { UiState } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'

const CALM_MS = 250
/** Between strokes: drawing a large mask in full holds up the hand. */
const DRAWING_MS = 1_000

/**
 * Called on every state: has the mask drawn in full and kept by the proxy once the designer pauses, because what it covers
 * decides the price, and a window that is closed can lose the layers of a newer one. One at a time; the newest wins.
 */
export function keepMask(context: ActionContext): (state: UiState) => void {
  let asked: readonly MaskPart[] | null = null
  let begun: readonly MaskPart[] | null = null
  let drawn = false
  let timer: ReturnType<typeof setTimeout> | undefined
  return (state) => {
    const parts = wanted(state)
    const { drawing } = state.editing
    if (parts === asked && drawing === drawn) return
    if (parts === null || parts !== asked) begun = null
    asked = parts
    drawn = drawing
    if (begun) return
    clearTimeout(timer)
    if (!parts) return
    timer = setTimeout(
      () => {
        begun = parts
        void uploadMask(context, parts)
      },
      drawing ? DRAWING_MS : CALM_MS,
    )
  }
}

/** The parts of a mask that is not measured yet; null when there is nothing to do. */
function wanted({ brief, editing, connection }: UiState): readonly MaskPart[] | null {
  const { parts, measured } = editing
  const done = measured?.parts === parts
  if (brief.mode !== 'edit' || !brief.edit || done || !connection.session) return null
  return parts.some(counts) ? parts : null
}

async function uploadMask(
  { client, dispatch, read, studio }: ActionContext,
  parts: readonly MaskPart[],
): Promise<void> {
  const original = read().brief.edit?.original
  if (!original || read().editing.parts !== parts) return
  try {
    await studio.fetchShapes(parts, original)
    const { image, box, share } = await client().uploadMask(await studio.encode(parts, original), original)
    dispatch({ type: 'maskMeasured', parts, mask: { imageId: image.id, box }, share, failure: null })
  } catch (error) {
    dispatch({ type: 'maskMeasured', parts, mask: null, share: null, failure: toFailure(error) })
  }
}
