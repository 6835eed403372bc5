import type { Rgba } from './rgba.ts'

/** A level that changes slowly over the picture: 1, x, y, x², xy and y² times these, x and y being −1..1. */
export type Surface = readonly [number, number, number, number, number, number]

export const surfaceAt = ([one, x1, y1, x2, xy, y2]: Surface, x: number, y: number): number =>
  one + x1 * x + y1 * y + x2 * x * x + xy * x * y + y2 * y * y

/** What is left of a surface where y stays: 1, x and x² times these. */
export const alongRow = ([one, x1, y1, x2, xy, y2]: Surface, y: number): { one: number; x1: number; x2: number } => ({
  one: one + y1 * y + y2 * y * y,
  x1: x1 + xy * y,
  x2,
})

export interface Fit {
  surface: Surface
  /** Standard deviation of a level around it, found from the middle of the deviations. */
  noise: number
}

const ROUNDS = 3

/** Fits a channel to pixels that start at some bytes, leaving out more and more of those that are far off. Null when it cannot. */
export function fitSurface(pixels: Rgba, places: readonly number[], channel: number): Fit | null {
  let kept = places
  let fit: Fit | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const surface = leastSquares(pixels, kept, channel)
    if (!surface) return fit
    const off = (at: number) => Math.abs((pixels.data[at + channel] ?? 0) - surfaceAt(surface, ...placeOf(pixels, at)))
    const deviations = Float64Array.from(kept, off).sort()
    fit = { surface, noise: 1.4826 * (deviations[deviations.length >> 1] ?? 0) }
    const most = 3 * fit.noise + 2
    kept = places.filter((at) => off(at) <= most)
  }
  return fit
}

/** Where the pixel that starts at a byte lies, −1..1 across and down. */
function placeOf({ width, height }: Rgba, at: number): [x: number, y: number] {
  const pixel = at / 4
  return [
    ((pixel % width) / Math.max(1, width - 1)) * 2 - 1,
    (Math.floor(pixel / width) / Math.max(1, height - 1)) * 2 - 1,
  ]
}

const TERMS = 6

function leastSquares(pixels: Rgba, places: readonly number[], channel: number): Surface | null {
  if (places.length < 4 * TERMS) return null
  const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1))
  for (const at of places) {
    const [x, y] = placeOf(pixels, at)
    const terms = [1, x, y, x * x, x * y, y * y, pixels.data[at + channel] ?? 0]
    for (let i = 0; i < TERMS; i++) addTo(rows[i], terms, terms[i] ?? 0)
  }
  // Holds the curved terms down where the pixels do not say anything about them.
  for (const [i, row] of rows.entries()) if (i > 0) row[i] = (row[i] ?? 0) + places.length * 1e-4
  return solve(rows)
}

function addTo(row: Float64Array | undefined, terms: readonly number[], times: number): void {
  if (row) for (let j = 0; j <= TERMS; j++) row[j] = (row[j] ?? 0) + times * (terms[j] ?? 0)
}

/** Gauss and Jordan; the rows are changed. */
function solve(rows: Float64Array[]): Surface | null {
  for (let i = 0; i < TERMS; i++) {
    const pivot = rows[i]
    const scale = pivot?.[i] ?? 0
    if (!pivot || Math.abs(scale) < 1e-9) return null
    for (let j = 0; j <= TERMS; j++) pivot[j] = (pivot[j] ?? 0) / scale
    for (const row of rows) {
      const factor = row[i] ?? 0
      if (row === pivot) continue
      for (let j = 0; j <= TERMS; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rows.map((row) => row[TERMS] ?? 0)
  return [a, b, c, d, e, f]
}
