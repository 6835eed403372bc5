import { AppError } from '#domain/app-error.ts'
import { sniffFormat } from '#domain/image.ts'
import { figmaFailure } from '../canvas/figma-failure.ts'
import { withinTime } from '../canvas/within-time.ts'

const LONGEST_WAIT = 20_000

/**
 * Gives a picture to Figma. Figma takes PNG, JPEG and GIF up to 4096 pixels a side.
 * @throws AppError `figma_image_refused`, `figma_image_too_large`, `figma_image_slow`
 */
export async function takePicture(bytes: Uint8Array): Promise<{ imageHash: string; width: number; height: number }> {
  const format = sniffFormat(bytes)
  if (format === null || format === 'webp') throw new AppError('figma_image_refused')
  const image = createImage(bytes)
  const { width, height } = await withinTime(image.getSizeAsync(), LONGEST_WAIT)
  return { imageHash: image.hash, width, height }
}

/** Whatever `createImage` throws is about the picture, whether or not its words are known. */
function createImage(bytes: Uint8Array): Image {
  try {
    return figma.createImage(bytes)
  } catch (error) {
    const failure = figmaFailure(error)
    if (failure instanceof AppError && failure.code !== 'canvas_failed') throw failure
    throw new AppError('figma_image_refused', { cause: error })
  }
}
