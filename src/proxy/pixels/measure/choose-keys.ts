import type { ImageMeasures } from '#domain/image-measures.ts'
import { colourDifference } from '../colour-difference.ts'
import { type Lab, labOf } from '../lab.ts'
import type { Pixels } from './pixels.ts'

/** Strong colours first: what is mixed with them is told apart best. */
const CANDIDATES = [
  '#00ff00',
  '#ff00ff',
  '#0000ff',
  '#00ffff',
  '#ff0000',
  '#ffff00',
  '#00b140',
  '#0080ff',
  '#8000ff',
  '#ff0080',
  '#ff8000',
]

/** Colours on less of the picture do not matter. */
const SHARE = 0.001

/** What a key is away from where there is no colour at all. */
const FARTHEST = 100

/**
 * Flat colours to put behind a subject, the one farthest from the picture’s own colours first. Pixels that are
 * mostly transparent do not count.
 */
export function chooseKeys({ rgba }: Pixels): ImageMeasures['keys'] {
  const own = coloursThatMatter(rgba, strideOf(rgba))
  return CANDIDATES.map((colour) => ({ colour, distance: nearest(labOfKey(colour), own) })).toSorted(
    (a, b) => b.distance - a.distance,
  )
}

/** Bytes from one pixel that is looked at to the next: about 100,000 of them, in no step with the rows. */
const strideOf = (rgba: Uint8Array): number => 4 * (2 * Math.floor(rgba.length / 4 / 200_000) + 1)

function labOfKey(colour: string): Lab {
  const level = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return labOf(level(1), level(3), level(5))
}

function nearest(key: Lab, own: readonly Lab[]): number {
  let least = FARTHEST
  for (const colour of own) least = Math.min(least, colourDifference(key, colour))
  return least
}

/** The mean of each of 4096 cells of the colour cube that holds enough pixels. */
function coloursThatMatter(rgba: Uint8Array, stride: number): Lab[] {
  const sums = new Float64Array(4096 * 4)
  let seen = 0
  for (let at = 0; at + 3 < rgba.length; at += stride) {
    if ((rgba[at + 3] ?? 0) < 128) continue
    const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0]
    const cell = (((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)) * 4
    sums[cell] = (sums[cell] ?? 0) + red
    sums[cell + 1] = (sums[cell + 1] ?? 0) + green
    sums[cell + 2] = (sums[cell + 2] ?? 0) + blue
    sums[cell + 3] = (sums[cell + 3] ?? 0) + 1
    seen += 1
  }
  const found: Lab[] = []
  for (let cell = 0; cell < sums.length; cell += 4) {
    const count = sums[cell + 3] ?? 0
    if (count <= seen * SHARE) continue
    found.push(labOf((sums[cell] ?? 0) / count, (sums[cell + 1] ?? 0) / count, (sums[cell + 2] ?? 0) / count))
  }
  return found
}
