import type { ChangingArea } from './changing-area.ts'
import type { Pixels } from './pixels.ts'

/** An area as the model was shown it and as it drew it. */
export interface TwoViews {
  area: ChangingArea
  /** The canvas before anything was pasted. */
  canvas: Pixels
  /** What shows through where the canvas is transparent: red, green, blue. */
  matte: readonly [number, number, number]
  /** The size of the area, three channels. */
  drawn: Uint8Array
}

/** Red, green, blue of a #rrggbb. */
export function levelsOf(colour: string): [number, number, number] {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16)
  return [at(1), at(3), at(5)]
}

export interface Patch {
  left: number
  top: number
  right: number
  bottom: number
}

/** Adds up, over the protected pixels of a patch of the area, what was shown less what was drawn: red, green, blue. */
export function missedIn({ area, canvas, matte, drawn }: TwoViews, patch: Patch): [number, number, number] {
  const { data, channels, width } = canvas
  let [red, green, blue] = [0, 0, 0]
  for (let y = patch.top; y < patch.bottom; y++) {
    for (let x = patch.left; x < patch.right; x++) {
      const at = y * area.width + x
      if (area.free[at]) continue
      const from = ((area.y + y) * width + area.x + x) * channels
      const share = channels === 4 ? (data[from + 3] ?? 0) / 255 : 1
      red += (data[from] ?? 0) * share + matte[0] * (1 - share) - (drawn[at * 3] ?? 0)
      green += (data[from + 1] ?? 0) * share + matte[1] * (1 - share) - (drawn[at * 3 + 1] ?? 0)
      blue += (data[from + 2] ?? 0) * share + matte[2] * (1 - share) - (drawn[at * 3 + 2] ?? 0)
    }
  }
  return [red, green, blue]
}
