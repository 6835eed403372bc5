import { inBands } from '../in-bands.ts'
import type { Backdrop } from './backdrop.ts'
import { alongRow } from './fit-surface.ts'
import type { Rgba } from './rgba.ts'
import { TRACE } from './transparency.ts'

/** A picture beside its backdrop. */
export interface Keyed extends Rgba {
  readonly backdrop: Backdrop
  /** How far each pixel is from the backdrop at its place, in levels. */
  readonly away: Float32Array
  /** What each pixel is; a value of LABEL. */
  readonly labels: Uint8Array
}

export const LABEL = {
  /** Not looked at, or a part of the subject that is neither flat nor at its edge: opaque. */
  inner: 0,
  backdrop: 1,
  /** Subject of one colour as far as 4 pixels around. */
  solid: 2,
  /** Between backdrop and subject: a mix of both. */
  mixed: 3,
} as const

/** Compares all pixels with the backdrop. */
export async function measureKeyed(pixels: Rgba, backdrop: Backdrop): Promise<Keyed> {
  const { width, height } = pixels
  const away = new Float32Array(width * height)
  const levels = new Float32Array(width * 3)
  await inBands(pixels, (first, end) => {
    for (let y = first; y < end; y++) {
      backdropRow(backdrop, levels, y, width, height)
      measureRow(pixels, levels, away, y)
    }
  })
  return { ...pixels, backdrop, away, labels: new Uint8Array(width * height) }
}

/** What is transparent already is taken for backdrop. */
function measureRow({ data, width }: Rgba, levels: Float32Array, away: Float32Array, y: number): void {
  for (let x = 0; x < width; x++) {
    const pixel = y * width + x
    const at = pixel * 4
    if ((data[at + 3] ?? 0) <= TRACE) continue
    const red = (data[at] ?? 0) - (levels[x * 3] ?? 0)
    const green = (data[at + 1] ?? 0) - (levels[x * 3 + 1] ?? 0)
    const blue = (data[at + 2] ?? 0) - (levels[x * 3 + 2] ?? 0)
    away[pixel] = Math.sqrt(red * red + green * green + blue * blue)
  }
}

/** The backdrop’s levels along a row, three a pixel. */
export function backdropRow(backdrop: Backdrop, levels: Float32Array, y: number, width: number, height: number): void {
  const down = (y / Math.max(1, height - 1)) * 2 - 1
  const step = 2 / Math.max(1, width - 1)
  for (const [channel, surface] of backdrop.surfaces.entries()) {
    const { one, x1, x2 } = alongRow(surface, down)
    for (let x = 0; x < width; x++) {
      const across = x * step - 1
      levels[x * 3 + channel] = one + across * (x1 + across * x2)
    }
  }
}
