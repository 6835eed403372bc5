import { AppError } from '#domain/app-error.ts'
import type { FillPlace } from '#domain/edits/edit.ts'
import { readFills } from '../canvas/read-fills.ts'
import { withinTime } from '../canvas/within-time.ts'

const LONGEST_WAIT = 20_000

/**
 * The file behind the topmost visible image fill, as it was imported: PNG, JPEG or GIF, neither cropped nor filtered;
 * and which fill that is.
 * @throws AppError `fill_missing`, `figma_image_slow`
 */
export async function exportOriginal(node: SceneNode): Promise<{ bytes: Uint8Array; fill: FillPlace }> {
  const fill = topImage(node)
  const image = fill && figma.getImageByHash(fill.imageHash)
  if (!image) throw new AppError('fill_missing', { details: { name: node.name } })
  return { bytes: await withinTime(image.getBytesAsync(), LONGEST_WAIT), fill }
}

function topImage(node: SceneNode): FillPlace | null {
  const fills = readFills(node) ?? []
  const index = fills.findLastIndex((paint) => paint.type === 'IMAGE' && paint.imageHash && paint.visible !== false)
  const chosen = fills[index]
  return chosen?.type === 'IMAGE' && chosen.imageHash ? { nodeId: node.id, index, imageHash: chosen.imageHash } : null
}
