import type { ChangingArea } from './changing-area.ts'
import type { Pixels } from './pixels.ts'

/** An area as the model was shown it and as it drew it. */
export interface TwoViews {
  area: ChangingArea
  /** The canvas before anything was pasted. */
  canvas: Pixels
  /** The size of the area, three channels. */
  drawn: Uint8Array
}

export interface Patch {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * Adds up, over the protected pixels of a patch of the area, what the canvas has more than what was drawn: red, green, blue.
 * A pixel counts as far as it is opaque: what shows through it is for the model to draw.
 */
export function missedIn({ area, canvas, drawn }: TwoViews, patch: Patch): [number, number, number] {
  const { data, channels, width } = canvas
  let [red, green, blue] = [0, 0, 0]
  for (let y = patch.top; y < patch.bottom; y++) {
    for (let x = patch.left; x < patch.right; x++) {
      const at = y * area.width + x
      if (area.free[at]) continue
      const from = ((area.y + y) * width + area.x + x) * channels
      const share = channels === 4 ? (data[from + 3] ?? 0) / 255 : 1
      red += share * ((data[from] ?? 0) - (drawn[at * 3] ?? 0))
      green += share * ((data[from + 1] ?? 0) - (drawn[at * 3 + 1] ?? 0))
      blue += share * ((data[from + 2] ?? 0) - (drawn[at * 3 + 2] ?? 0))
    }
  }
  return [red, green, blue]
}
