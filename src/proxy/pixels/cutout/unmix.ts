import { inBands } from '../in-bands.ts'
import { bestSample } from './best-sample.ts'
import { farthestAlong } from './farthest-along.ts'
import { backdropRow, type Keyed, LABEL } from './keyed.ts'
import { SURE } from './label-pixels.ts'
import type { Colour } from './projected.ts'
import { projected } from './projected.ts'
import type { Samples } from './samples.ts'

/** Levels a pixel may be beside the line from the backdrop to its colour, and more of them by its distance and the noise. */
const BESIDE = { least: 8, aLevel: 0.22, aNoise: 3 }

/** Pixels of plain arithmetic that take as long as one does here, about. */
const COST = 5

/** From here on a pixel is taken for opaque; what is under it is noise. */
const OPAQUE = 0.975

/**
 * Takes every pixel apart into the subject’s own colour and its alpha: pixel = alpha · subject + (1 − alpha) · backdrop. The
 * subject’s colour is that of a nearby solid part or ridge that the pixel can be a mix of.
 */
export async function unmix(keyed: Keyed, samples: Samples): Promise<void> {
  const levels = new Float32Array(keyed.width * 3)
  await inBands({ width: keyed.width * COST, height: keyed.height }, (first, end) => {
    for (let y = first; y < end; y++) {
      clearRow(keyed, y)
      unmixRow(keyed, samples, levels, y)
    }
  })
}

function clearRow({ data, labels, width }: Keyed, y: number): void {
  for (let pixel = y * width; pixel < (y + 1) * width; pixel++) {
    if (labels[pixel] !== LABEL.backdrop) continue
    const at = pixel * 4
    data[at] = 0
    data[at + 1] = 0
    data[at + 2] = 0
    data[at + 3] = 0
  }
}

function unmixRow(keyed: Keyed, samples: Samples, levels: Float32Array, y: number): void {
  const { labels, width, height, backdrop } = keyed
  const first = labels.subarray(y * width, (y + 1) * width).indexOf(LABEL.mixed)
  if (first < 0) return
  backdropRow(backdrop, levels, y, width, height)
  for (let x = first; x < width; x++) {
    if (labels[y * width + x] !== LABEL.mixed) continue
    const behind: Colour = [levels[x * 3] ?? 0, levels[x * 3 + 1] ?? 0, levels[x * 3 + 2] ?? 0]
    unmixPixel(keyed, samples, { x, y, behind })
  }
}

interface Place {
  x: number
  y: number
  behind: Colour
}

function unmixPixel(keyed: Keyed, samples: Samples, place: Place): void {
  const { data, width, away, backdrop } = keyed
  const pixel = place.y * width + place.x
  const at = pixel * 4
  const seen: Colour = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
  const found = bestSample(samples, { ...place, seen }, tolerance(away[pixel] ?? 0, backdrop.noise))
  const near = (away[pixel] ?? 0) < SURE
  if (!found && !near) return
  // Shadows and reflections on the backdrop have no solid part: they are as thin as they can be.
  const own = found ?? farthestAlong(place.behind, seen)
  const { alpha } = projected(place.behind, seen, own)
  if (alpha >= OPAQUE) return
  const trust = smooth((alpha - 0.15) / 0.5)
  for (let i = 0; i < 3; i++) {
    const taken = ((seen[i] ?? 0) - (1 - alpha) * (place.behind[i] ?? 0)) / Math.max(alpha, 0.01)
    const level = (own[i] ?? 0) + trust * (taken - (own[i] ?? 0))
    data[at + i] = Math.max(0, Math.min(255, Math.round(level)))
  }
  data[at + 3] = Math.round((data[at + 3] ?? 0) * alpha)
}

const tolerance = (away: number, noise: number): number => BESIDE.least + BESIDE.aLevel * away + BESIDE.aNoise * noise

const smooth = (share: number): number => {
  const held = Math.max(0, Math.min(1, share))
  return held * held * (3 - 2 * held)
}
