import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { colourDifference } from '../colour-difference.ts'
import { decoding } from '../decoding.ts'
import { inBands } from '../in-bands.ts'
import { labOf } from '../lab.ts'
import type { ChangingArea } from './changing-area.ts'
import { fromPixels } from './from-pixels.ts'
import { overlap } from './overlap.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf, visibleOf } from './places.ts'
import { showWindow } from './show-window.ts'

/** Pixels both pictures are scaled to at most. */
const MOST_PIXELS = 262_144
/** Pixels compared, on an even grid: more tell the same within half a per cent. */
const ENOUGH = 16_384
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
 * What the model changed where it should not: its picture against the window as it was shown to it, wherever the original is
 * protected. Both are scaled down to at most 262,144 pixels, so that grain counts little; of them
 * about 16,384 are compared, on an even grid.
 */
export async function measureDrift({ own, raw, cut, area }: DriftQuestion): Promise<EditMeasures['drift']> {
  const size = comparedSize(raw)
  const resized = fromPixels(raw).flatten({ background: cut.matte }).removeAlpha()
  const [shown, drawn] = await Promise.all([
    showWindow(fromPixels(own), cut, size).then((window) => decoding(window.raw().toBuffer())),
    decoding(resized.resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer()),
  ])
  const step = Math.max(1, Math.floor(Math.sqrt((size.width * size.height) / ENOUGH)))
  const isHeld = heldAt({ cut, area, size })
  let [sum, visible, count] = [0, 0, 0]
  const lab = (pixels: Uint8Array, at: number) => labOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
  await inBands({ width: size.width * COSTLY, height: size.height }, (first, end) => {
    for (let y = Math.ceil(first / step) * step; y < end; y += step) {
      for (let x = 0; x < size.width; x += step) {
        if (!isHeld(x, y)) continue
        const at = (y * size.width + x) * 3
        const difference = colourDifference(lab(shown, at), lab(drawn, at))
        sum += difference
        count += 1
        if (difference > VISIBLE) visible += 1
      }
    }
  })
  return count > 0 ? { share: visible / count, mean: sum / count } : { share: 0, mean: 0 }
}

function comparedSize({ width, height }: Extent): Extent {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) }
}

/** A comparison takes as long as many plain steps. */
const COSTLY = 10

interface Place {
  cut: Cut
  area: ChangingArea
  size: Extent
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
