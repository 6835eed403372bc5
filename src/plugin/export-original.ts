import { AppError } from '#domain/app-error.ts'
import { readFills } from './read-fills.ts'
import { withinTime } from './within-time.ts'

const LONGEST_WAIT = 20_000

/**
 * The file behind an image fill, as it was imported: PNG, JPEG or GIF, neither cropped nor filtered.
 * @param fillIndex which of the fills; the topmost visible picture when absent
 * @throws AppError `fill_missing`, `figma_image_slow`
 */
export async function exportOriginal(node: SceneNode, fillIndex?: number): Promise<Uint8Array> {
  const hash = imageHash(readFills(node) ?? [], fillIndex)
  const image = hash ? figma.getImageByHash(hash) : null
  if (!image) throw new AppError('fill_missing', { details: { name: node.name } })
  return withinTime(image.getBytesAsync(), LONGEST_WAIT)
}

function imageHash(fills: readonly Paint[], fillIndex?: number): string | null {
  const chosen =
    fillIndex === undefined
      ? [...fills].reverse().find((paint) => paint.type === 'IMAGE' && paint.imageHash && paint.visible !== false)
      : fills[fillIndex]
  return chosen?.type === 'IMAGE' ? chosen.imageHash : null
}
