import type { Extent } from '#domain/legal-sizes.ts'
import { inBands } from '../in-bands.ts'
import { type Distances, STRAIGHT } from './distances.ts'
import { type Thickness, thicknessAround, thicknessAt } from './thickness.ts'

/** Share of the longer edge of what may change; pixels. */
const SHARE = 0.015
const LEAST = 2
const MOST = 24

/** How far inside its edge the new picture is mixed with the original, in pixels. */
export const featherRadius = (box: Extent): number =>
  Math.max(LEAST, Math.min(MOST, Math.round(SHARE * Math.max(box.width, box.height))))

/**
 * How much of the new picture each pixel gets: 0 where it is protected, rising inside the edge to 255 at the radius, or in the
 * middle of what is thinner than two of them.
 */
export async function feather(far: Distances, size: Extent, radius: number): Promise<Uint8Array> {
  const weights = new Uint8Array(size.width * size.height)
  const thickness = await thicknessAround(far, size, radius)
  const curve = weightsUpTo(radius * 3)
  await inBands(size, (first, end) => {
    for (let y = first; y < end; y++) featherRow(weights, y, { far, size, curve, thickness, limit: radius * 3 })
  })
  return weights
}

interface Feathering {
  far: Distances
  size: Extent
  curve: Uint8Array
  thickness: Thickness
  /** The radius in thirds of a pixel. */
  limit: number
}

function featherRow(weights: Uint8Array, y: number, { far, size, curve, thickness, limit }: Feathering): void {
  const row = (y + 1) * far.stride + 1
  for (let x = 0; x < size.width; x++) {
    const depth = far.thirds[row + x] ?? 0
    if (depth === 0) continue
    const at = y * size.width + x
    if (depth >= limit) {
      // From one pixel to the next, the distance falls by one pixel at most.
      const run = Math.min(size.width - x, Math.floor((depth - limit) / STRAIGHT) + 1)
      weights.fill(255, at, at + run)
      x += run - 1
      continue
    }
    const thick = thicknessAt(thickness, x, y)
    weights[at] = thick >= limit ? (curve[depth] ?? 0) : smooth(depth / thick)
  }
}

const weightsUpTo = (limit: number): Uint8Array => Uint8Array.from({ length: limit }, (_, at) => smooth(at / limit))

/** Starts and ends without a kink. A free pixel always gets something of the new picture. */
function smooth(share: number): number {
  const held = Math.min(1, share)
  return Math.max(1, Math.round(255 * held * held * (3 - 2 * held)))
}
