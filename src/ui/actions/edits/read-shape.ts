import type { Original } from '#domain/edits/edit.ts'
import type { Pixels } from '../../mask/surface.ts'
import type { LayerShape } from '../../state/edits/mask-part.ts'
import type { ActionContext } from '../action-context.ts'

/** A layer over the picture as it is now, with its pixels, which are not kept yet. Throws AppError. */
export async function readShape(
  { main, studio }: ActionContext,
  nodeId: string,
  pictureId: string,
  { width, height, fill }: Original,
): Promise<{ shape: LayerShape; pixels: Pixels }> {
  const picture = { nodeId: pictureId, fill, width, height }
  const { bytes, name, toPicture } = await main.exportMask({ nodeId, picture })
  const pixels = await studio.read(new Uint8Array(bytes))
  const shape = `${nodeId} ${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  return { shape: { nodeId, name, shape, width: pixels.width, height: pixels.height, toPicture }, pixels }
}
