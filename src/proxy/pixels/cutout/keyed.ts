import { inBands } from '../edit/in-bands.ts'
import type { Backdrop } from './backdrop.ts'
import { surfaceAt } from './fit-surface.ts'
import type { Rgba } from './rgba.ts'

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
  const { data, width, height } = pixels
  const away = new Float32Array(width * height)
  const row = { levels: new Float32Array(width * 3), y: -1 }
  await inBands(pixels, (first, end) => {
    for (let y = first; y < end; y++) {
      backdropRow(backdrop, row.levels, y, width, height)
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4
        const red = (data[at] ?? 0) - (row.levels[x * 3] ?? 0)
        const green = (data[at + 1] ?? 0) - (row.levels[x * 3 + 1] ?? 0)
        const blue = (data[at + 2] ?? 0) - (row.levels[x * 3 + 2] ?? 0)
        away[at / 4] = Math.sqrt(red * red + green * green + blue * blue)
      }
    }
  })
  return { ...pixels, backdrop, away, labels: new Uint8Array(width * height) }
}

/** The backdrop’s levels along a row, three a pixel. */
export function backdropRow(backdrop: Backdrop, levels: Float32Array, y: number, width: number, height: number): void {
  const down = (y / Math.max(1, height - 1)) * 2 - 1
  for (let x = 0; x < width; x++) {
    const across = (x / Math.max(1, width - 1)) * 2 - 1
    for (let channel = 0; channel < 3; channel++) {
      const surface = backdrop.surfaces[channel]
      levels[x * 3 + channel] = surface ? surfaceAt(surface, across, down) : 0
    }
  }
}
