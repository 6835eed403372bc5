import type { EditMeasures } from '#domain/edit-measures.ts'
import { colourDifference } from '../colour-difference.ts'
import { decoding } from '../decoding.ts'
import { labOf } from '../lab.ts'
import type { ChangingArea } from './changing-area.ts'
import { fromPixels } from './from-pixels.ts'
import { inBands } from './in-bands.ts'
import { overlap } from './overlap.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf, visibleOf } from './places.ts'
import { showWindow } from './show-window.ts'

/** Pixels compared at most; more tell the same. */
const SAMPLES = 65_536
/** A CIEDE2000 over this is seen at a glance. */
const VISIBLE = 2

interface DriftQuestion {
  own: Pixels
  raw: Pixels
  cut: Cut
  /** Outside it the original is protected. */
  area: ChangingArea
}

/**
 * What the model changed where it should not: its picture against the window as it was shown to it, pixel by pixel at the
 * model’s resolution, wherever the original is protected; of a picture with more than 65,536 pixels about so many, on an
 * even grid.
 */
export async function measureDrift({ own, raw, cut, area }: DriftQuestion): Promise<EditMeasures['drift']> {
  const [shown, drawn] = await Promise.all([
    showWindow(fromPixels(own), cut, raw).then((window) => decoding(window.raw().toBuffer())),
    decoding(fromPixels(raw).flatten({ background: cut.matte }).removeAlpha().raw().toBuffer()),
  ])
  const isHeld = heldAt({ cut, area, size: raw })
  const step = Math.max(1, Math.floor(Math.sqrt((raw.width * raw.height) / SAMPLES)))
  let [sum, visible, count] = [0, 0, 0]
  const lab = (pixels: Uint8Array, at: number) => labOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
  const grid = { width: raw.width * COSTLY, height: Math.ceil(raw.height / step) }
  await inBands(grid, (first, end) => {
    for (let y = first * step; y < Math.min(raw.height, end * step); y += step) {
      for (let x = step >> 1; x < raw.width; x += step) {
        if (!isHeld(x, y)) continue
        const at = (y * raw.width + x) * 3
        const difference = colourDifference(lab(shown, at), lab(drawn, at))
        sum += difference
        count += 1
        if (difference > VISIBLE) visible += 1
      }
    }
  })
  return count > 0 ? { share: visible / count, mean: sum / count } : { share: 0, mean: 0 }
}

/** A comparison takes as long as many plain steps. */
const COSTLY = 10

interface Place {
  cut: Cut
  area: ChangingArea
  size: { width: number; height: number }
}

/** Whether what a pixel of the model’s picture shows in its middle is protected. */
function heldAt({ cut, area, size }: Place): (x: number, y: number) => boolean {
  const own = overlap(visibleOf(cut), placeOf(cut))
  const { window } = cut
  return (x, y) => {
    const left = window.x + Math.floor(((x + 0.5) * window.width) / size.width)
    const top = window.y + Math.floor(((y + 0.5) * window.height) / size.height)
    if (!own || left < own.x || top < own.y || left >= own.x + own.width || top >= own.y + own.height) return false
    const [inX, inY] = [left - area.x, top - area.y]
    if (inX < 0 || inY < 0 || inX >= area.width || inY >= area.height) return true
    return !area.free[inY * area.width + inX]
  }
}
