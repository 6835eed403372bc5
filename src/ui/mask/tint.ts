/** Coverage from here on counts; the proxy draws the line at the same place. */
const HALF = 128
/** Pixels from one line of the hatching to the next. */
const PERIOD = 8
const LINE = 3

/** A colour as a pixel holds it: bytes in the order red, green, blue, alpha, on a machine of any kind. */
const pixel = (...bytes: [number, number, number, number]): number =>
  new Uint32Array(new Uint8Array(bytes).buffer)[0] ?? 0

const EDGE = pixel(255, 255, 255, 255)
const RIM = pixel(20, 20, 20, 255)
const HATCH = pixel(232, 0, 110, 190)
const GROUND = pixel(232, 0, 110, 90)
const NOTHING = 0

/**
 * Turns coverage into what is shown of it, in place: what may change is tinted and hatched, with a light and a dark line along
 * its edge, so that it shows on any picture and to any eye.
 */
export function tint({ data, width, height }: ImageData): void {
  const inside = insideOf(data)
  const pixels = new Uint32Array(data.buffer, data.byteOffset, inside.length)
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 1) {
      const here = inside[i]
      const edge =
        (x > 0 && inside[i - 1] !== here) ||
        (x < width - 1 && inside[i + 1] !== here) ||
        (y > 0 && inside[i - width] !== here) ||
        (y < height - 1 && inside[i + width] !== here)
      if (here) pixels[i] = edge ? EDGE : (x + y) % PERIOD < LINE ? HATCH : GROUND
      else pixels[i] = edge ? RIM : NOTHING
    }
  }
}

function insideOf(data: ImageData['data']): Uint8Array {
  const inside = new Uint8Array(data.length / 4)
  for (let i = 0; i < inside.length; i += 1) inside[i] = (data[i * 4 + 3] ?? 0) >= HALF ? 1 : 0
  return inside
}
