import { AppError } from '#domain/app-error.ts'
import { readFills } from './read-fills.ts'
import { withinTime } from './within-time.ts'

const LONGEST_WAIT = 20_000

/**
 * The file behind the topmost visible image fill, as it was imported: PNG, JPEG or GIF, neither cropped nor filtered.
 * @throws AppError `fill_missing`, `figma_image_slow`
 */
export async function exportOriginal(node: SceneNode): Promise<Uint8Array> {
  const hash = imageHash(readFills(node) ?? [])
  const image = hash ? figma.getImageByHash(hash) : null
  if (!image) throw new AppError('fill_missing', { details: { name: node.name } })
  return withinTime(image.getBytesAsync(), LONGEST_WAIT)
}

function imageHash(fills: readonly Paint[]): string | null {
  const chosen = fills.findLast((paint) => paint.type === 'IMAGE' && paint.imageHash && paint.visible !== false)
  return chosen?.type === 'IMAGE' ? chosen.imageHash : null
}
