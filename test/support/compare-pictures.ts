import sharp from 'sharp'

const EDGE = 64

async function small(bytes: Uint8Array): Promise<Buffer> {
  const flat = sharp(bytes).flatten({ background: '#ffffff' }).toColourspace('srgb')
  return await flat.resize(EDGE, EDGE, { fit: 'fill' }).raw().toBuffer()
}

/** Mean difference of two pictures, 0..255, seen from a distance. */
export async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, other] = [await small(a), await small(b)]
  return one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0) / one.length
}

/** Share of the pixels within a distance of a colour, 0..1. */
export async function shareOfColour(bytes: Uint8Array, wanted: [number, number, number], reach = 40): Promise<number> {
  const pixels = await small(bytes)
  let near = 0
  for (let at = 0; at < pixels.length; at += 3) {
    if (wanted.every((value, i) => Math.abs(value - (pixels[at + i] ?? 999)) < reach)) near += 1
  }
  return near / (EDGE * EDGE)
}

/** Mean red, green, blue. */
export async function meanColour(bytes: Uint8Array): Promise<[number, number, number]> {
  const { channels } = await sharp(bytes).stats()
  const at = (index: number) => channels[index]?.mean ?? -1
  return [at(0), at(1), at(2)]
}
