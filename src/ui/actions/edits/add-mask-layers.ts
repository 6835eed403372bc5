import { toFailure } from '#domain/app-error.ts'
import type { LayerShape, MaskPart } from '../../state/edits/mask-part.ts'
import type { ActionContext } from '../action-context.ts'
import { readShape } from './read-shape.ts'

interface MaskLayer {
  readonly nodeId: string
  readonly name: string
}

/** Layers that lie over the picture become a part of the mask, as they are now. */
export async function addMaskLayers(context: ActionContext, layers: readonly MaskLayer[]): Promise<void> {
  const shapes = await readShapes(context, layers)
  if (shapes) context.dispatch({ type: 'maskPartAdded', part: { kind: 'layers', layers: shapes, side: 'inside' } })
}

/** Reads the layers of a part again: they may have been moved. */
export async function readMaskLayersAgain(
  context: ActionContext,
  part: Extract<MaskPart, { kind: 'layers' }>,
): Promise<void> {
  const shapes = await readShapes(context, part.layers)
  if (shapes) context.dispatch({ type: 'maskPartReplaced', part: { ...part, layers: shapes } })
}

/** Null when one of them cannot be read, which is said, or when another picture is edited meanwhile. */
async function readShapes(context: ActionContext, layers: readonly MaskLayer[]): Promise<LayerShape[] | null> {
  const { dispatch, read } = context
  const { edit } = read().brief
  const { node } = read().editing
  if (!edit || !node) return null
  dispatch({ type: 'editFailureDismissed' })
  try {
    const shapes: Awaited<ReturnType<typeof readShape>>[] = []
    for (const { nodeId } of layers) shapes.push(await readShape(context, nodeId, node.id, edit.original))
    if (read().brief.edit?.original.imageId !== edit.original.imageId) return null
    for (const { shape, pixels } of shapes) context.studio.keep(shape.shape, pixels)
    return shapes.map(({ shape }) => shape)
  } catch (error) {
    dispatch({ type: 'maskPartFailed', failure: toFailure(error) })
    return null
  }
}
