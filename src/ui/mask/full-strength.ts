import type { Easel, Pixels, Surface } from './surface.ts'

/**
 * A layer’s alpha as a mask reads it: at full strength where the layer is at its strongest, so that half of that is the edge
 * however transparent the layer is.
 */
export function fullStrength(pixels: Pixels, easel: Pick<Easel, 'createSurface'>): Surface {
  const surface = copyOf(pixels, easel)
  const { context, width, height } = surface
  const data = context.getImageData(0, 0, width, height)
  const bytes = data.data
  let most = 0
  for (let i = 3; i < bytes.length; i += 4) most = Math.max(most, bytes[i] ?? 0)
  if (most === 0 || most === 255) return surface
  for (let i = 3; i < bytes.length; i += 4) bytes[i] = Math.round(((bytes[i] ?? 0) * 255) / most)
  context.putImageData(data, 0, 0)
  return surface
}

/** Of the strongest alpha: a lossy file leaves the inside of a subject a little below it. */
const SOLID = 250 / 255

/**
 * A picture’s alpha as what protects its subject: where nothing shows through, and nowhere else. The colours of a soft edge
 * have the old background in them, so that keeping them would leave its fringe.
 */
export function solidOf(pixels: Pixels, easel: Pick<Easel, 'createSurface'>): Surface {
  const surface = copyOf(pixels, easel)
  let most = 0
  eachStripe(surface, (bytes) => {
    for (let i = 3; i < bytes.length; i += 4) most = Math.max(most, bytes[i] ?? 0)
  })
  const least = Math.max(1, most * SOLID)
  eachStripe(surface, (bytes) => {
    for (let i = 3; i < bytes.length; i += 4) bytes[i] = (bytes[i] ?? 0) >= least ? 255 : 0
  })
  return surface
}

const STRIPE = 256

/** Goes through all pixels and writes back what was changed; in stripes, as a large picture fits into memory once. */
function eachStripe({ context, width, height }: Surface, change: (bytes: ImageData['data']) => void): void {
  for (let top = 0; top < height; top += STRIPE) {
    const stripe = context.getImageData(0, top, width, Math.min(STRIPE, height - top))
    change(stripe.data)
    context.putImageData(stripe, 0, top)
  }
}

/** A kept mask’s pixels as coverage: its alpha is 0 where the picture may change. */
export function coverageOf(pixels: Pixels, easel: Pick<Easel, 'createSurface'>): Surface {
  const surface = copyOf(pixels, easel)
  const { context, width, height } = surface
  context.globalCompositeOperation = 'xor'
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
  return surface
}

function copyOf({ image, width, height }: Pixels, easel: Pick<Easel, 'createSurface'>): Surface {
  const surface = easel.createSurface(width, height)
  surface.context.drawImage(image, 0, 0)
  return surface
}
