import { AppError } from '#domain/app-error.ts'
import type { Original } from '#domain/edits/edit.ts'
import { makeFailure } from '#domain/failure.ts'
import type { LayerShape, MaskPart } from '../../state/edits/mask-part.ts'
import type { ActionContext } from '../action-context.ts'
import { readNodeAgain } from '../read-node-again.ts'
import { readShape } from './read-shape.ts'

/** Pixels of the picture; Figma’s numbers differ by less when nothing was moved. */
const STILL = 0.01

const samePlace = (a: LayerShape, b: LayerShape): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.toPicture.every((value, i) => Math.abs(value - (b.toPicture[i] ?? Number.NaN)) < STILL)

/**
 * Whether the layers of the mask are still where they were. Those that are not are read again, so that the designer sees what
 * the mask became. Nothing can be told where the layer of the picture is gone.
 * @throws AppError `mask_layer_removed`, `mask_layer_moved`, `mask_outside`
 */
export async function checkMaskLayers(context: ActionContext, original: Original): Promise<void> {
  const { parts, node } = context.read().editing
  if (!node) return
  for (const part of parts) if (part.kind === 'layers') await checkPart(context, part, node.id, original)
}

async function checkPart(
  context: ActionContext,
  part: Extract<MaskPart, { kind: 'layers' }>,
  pictureId: string,
  original: Original,
): Promise<void> {
  const { dispatch, studio } = context
  const now: Awaited<ReturnType<typeof readShape>>[] = []
  for (const { nodeId } of part.layers) {
    if (!(await readNodeAgain(context, nodeId))) throw new AppError('mask_layer_removed')
    now.push(await readShape(context, nodeId, pictureId, original))
  }
  const moved = now.find(({ shape }, i) => !part.layers.some((old, at) => at === i && samePlace(old, shape)))
  if (!moved) return
  const details = { name: moved.shape.name }
  for (const { shape, pixels } of now) studio.keep(shape.shape, pixels)
  const read = { ...part, layers: now.map(({ shape }) => shape) }
  dispatch({ type: 'maskLayerMoved', part: read, failure: makeFailure('mask_layer_moved', details) })
  throw new AppError('mask_layer_moved', { details })
}
