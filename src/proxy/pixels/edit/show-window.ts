import type { Sharp } from 'sharp'
import { AppError } from '#domain/app-error.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { decoding } from '../decoding.ts'
import { fromPixels } from './from-pixels.ts'
import { overlap } from './overlap.ts'
import { type Cut, from, placeOf } from './places.ts'

/**
 * What the model is shown: the window of the canvas, opaque on the matte, scaled to `size`. What the original does not cover
 * continues it as in a mirror, so that no hard border is seen. `original` is the whole original.
 * Throws AppError `image_damaged`.
 */
export async function showWindow(original: Sharp, cut: Cut, size: Extent): Promise<Sharp> {
  const { window, matte } = cut
  const place = placeOf(cut)
  const seen = overlap(window, place)
  if (!seen) throw new AppError('request_invalid', { details: { where: 'cut.window' } })
  const { x: left, y: top, width, height } = from(place, seen)
  // In colour from the start: a grey picture with alpha would turn the matte grey as well.
  const coloured = original.pipelineColourspace('srgb').toColourspace('srgb')
  const part = coloured.extract({ left, top, width, height }).flatten({ background: matte })
  const around = from(window, seen)
  const right = window.width - around.x - width
  const bottom = window.height - around.y - height
  if (around.x + around.y + right + bottom === 0) return scaled(part, window, size)
  // A chain scales before it extends, so this takes two.
  const edges = { left: around.x, top: around.y, right, bottom, extendWith: 'mirror' as const }
  const { data, info } = await decoding(part.extend(edges).removeAlpha().raw().toBuffer({ resolveWithObject: true }))
  return scaled(fromPixels({ data, width: info.width, height: info.height, channels: 3 }), window, size)
}

function scaled(part: Sharp, window: Extent, { width, height }: Extent): Sharp {
  const opaque = part.removeAlpha()
  if (window.width === width && window.height === height) return opaque
  return opaque.resize(width, height, { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false })
}
