import type { Easel } from '../mask/surface.ts'

const OPAQUE = 250

/** The share of a picture’s pixels that nothing shows through, 0..1. Throws AppError image_damaged. */
export async function opaqueShare(easel: Easel, bytes: Uint8Array): Promise<number> {
  const { image, width, height } = await easel.decode(new Uint8Array(bytes))
  const { context } = easel.createSurface(width, height)
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  let opaque = 0
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) >= OPAQUE) opaque += 1
  return opaque / (data.length / 4)
}
