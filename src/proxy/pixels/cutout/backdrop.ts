import { inBands } from '../in-bands.ts'
import { borderPlaces } from './border-places.ts'
import { type Fit, fitSurface, type Surface, surfaceAt } from './fit-surface.ts'
import type { Rgba } from './rgba.ts'

type Levels = readonly [red: number, green: number, blue: number]

/** What is behind the subject: nearly one flat colour. Distances are of red, green and blue together, in levels 0..255. */
export interface Backdrop {
  /** The colour from place to place, channel by channel. */
  readonly surfaces: readonly [Surface, Surface, Surface]
  /** The standard deviation of a level around it. */
  readonly noise: number
  /** Whether it is the colour that was asked for. When it is not, the subject may well have the same colour. */
  readonly asked: boolean
}

/** About so many pixels of the whole picture tell how the backdrop changes. */
const GRID = 6_000

/** From this alpha on a pixel tells the backdrop’s colour. */
const OPAQUE = 250

/** Operations to fit a channel to a pixel, about. */
const FITTED = 100

/** How far a level may be from the colour of the border to count as backdrop at first. */
const NEAR = 44

/** How far the backdrop may be from the colour that was asked for to be taken for it. */
const ASKED = 130

/** Shares of the border that must be backdrop: when it is the colour that was asked for, and when it is another. */
const LEAST_BORDER = { asked: 0.3, other: 0.8 }

/** What one flat colour may differ from side to side, and from pixel to pixel. */
const MOST_CHANGE = 56
const MOST_NOISE = 13

/** Of what is not transparent already. Null when what is behind the subject is not one flat colour. */
export async function estimateBackdrop(pixels: Rgba, key: string): Promise<Backdrop | null> {
  const border = borderPlaces(pixels).filter((at) => isOpaque(pixels.data, at))
  const centre = commonest(pixels, border)
  const wanted = [1, 3, 5].map((at) => Number.parseInt(key.slice(at, at + 2), 16))
  const asked = Math.hypot(...centre.map((level, i) => level - (wanted[i] ?? 0))) <= ASKED
  const near = border.filter((at) => distance(pixels.data, at, centre) <= NEAR)
  if (near.length < border.length * (asked ? LEAST_BORDER.asked : LEAST_BORDER.other)) return null
  const places = gridPlaces(pixels).filter(
    (at) => isOpaque(pixels.data, at) && distance(pixels.data, at, centre) <= NEAR,
  )
  const fitted: (Fit | null)[] = []
  await inBands({ width: places.length * FITTED, height: 3 }, (first, end) => {
    for (let channel = first; channel < end; channel++) fitted.push(fitSurface(pixels, places, channel))
  })
  const [red, green, blue] = fitted
  if (!red || !green || !blue) return null
  const noise = Math.max(red.noise, green.noise, blue.noise)
  const surfaces = [red.surface, green.surface, blue.surface] as const
  if (noise > MOST_NOISE || change(surfaces) > MOST_CHANGE) return null
  return { surfaces, noise, asked }
}

const isOpaque = (data: Uint8Array, at: number): boolean => (data[at + 3] ?? 0) >= OPAQUE

const distance = (data: Uint8Array, at: number, [red, green, blue]: Levels): number =>
  Math.sqrt(((data[at] ?? 0) - red) ** 2 + ((data[at + 1] ?? 0) - green) ** 2 + ((data[at + 2] ?? 0) - blue) ** 2)

function gridPlaces({ width, height }: Rgba): number[] {
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / GRID)))
  const places: number[] = []
  for (let y = 0; y < height; y += step) for (let x = 0; x < width; x += step) places.push((y * width + x) * 4)
  return places
}

/** The colour most of some pixels are near to. */
function commonest({ data }: Rgba, places: readonly number[]): Levels {
  const cellOf = (at: number) =>
    ((data[at] ?? 0) >> 5) * 64 + ((data[at + 1] ?? 0) >> 5) * 8 + ((data[at + 2] ?? 0) >> 5)
  const counts = new Uint32Array(512)
  for (const at of places) counts[cellOf(at)] = (counts[cellOf(at)] ?? 0) + 1
  const best = counts.indexOf(Math.max(...counts))
  let centre = mean(
    data,
    places.filter((at) => cellOf(at) === best),
  )
  for (let round = 0; round < 6; round++) {
    centre = mean(
      data,
      places.filter((at) => distance(data, at, centre) <= NEAR),
    )
  }
  return centre
}

function mean(data: Uint8Array, places: readonly number[]): Levels {
  const sums = [0, 0, 0]
  for (const at of places) for (let i = 0; i < 3; i++) sums[i] = (sums[i] ?? 0) + (data[at + i] ?? 0)
  const count = Math.max(1, places.length)
  return [(sums[0] ?? 0) / count, (sums[1] ?? 0) / count, (sums[2] ?? 0) / count]
}

/** How far apart the colours at the corners, the edges and the middle are. */
function change(surfaces: Backdrop['surfaces']): number {
  const spreads = surfaces.map((surface) => {
    const levels = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => surfaceAt(surface, x, y)))
    return Math.max(...levels) - Math.min(...levels)
  })
  return Math.hypot(...spreads)
}
