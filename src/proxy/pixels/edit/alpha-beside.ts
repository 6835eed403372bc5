import { inBands } from '../in-bands.ts'
import type { ChangingArea } from './changing-area.ts'
import type { Distances } from './distances.ts'
import type { Pixels } from './pixels.ts'

/** A soft edge is cut through its middle, so what is half opaque belongs to something that is opaque behind it. */
const SOFT = 2
/** A pixel is looked at with the eight around it. */
const COSTLY = 16

/**
 * How opaque what is protected is beside each free pixel of an area, 0..255, as far in as `depth` thirds of a pixel: there
 * the new picture fades into it. Laid out like the area. Null where the canvas has no alpha.
 */
export async function alphaBeside(
  canvas: Pixels,
  area: ChangingArea,
  { far, depth }: { far: Distances; depth: number },
): Promise<Uint8Array | null> {
  if (canvas.channels !== 4) return null
  const { thirds, stride } = far
  const found = new Uint8Array(thirds.length)
  const byDepth: number[][] = Array.from({ length: depth }, () => [])
  await inBands(area, (first, end) => {
    for (let y = first; y < end; y++) {
      let from = ((area.y + y) * canvas.width + area.x) * 4 + 3
      const row = (y + 1) * stride + 1
      for (let at = row; at < row + area.width; at++, from += 4) {
        const own = thirds[at] ?? 0
        if (own === 0) found[at] = Math.min(255, (canvas.data[from] ?? 0) * SOFT)
        else if (own < depth) byDepth[own]?.push(at)
      }
    }
  })
  const around = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
  for (const [own, places] of byDepth.entries()) {
    await inBands({ width: COSTLY, height: places.length }, (first, end) => {
      for (const at of places.slice(first, end)) {
        let most = 0
        for (const step of around) if ((thirds[at + step] ?? 0) < own) most = Math.max(most, found[at + step] ?? 0)
        found[at] = most
      }
    })
  }
  return await withoutRim(found, stride, area)
}

async function withoutRim(values: Uint8Array, stride: number, { width, height }: ChangingArea): Promise<Uint8Array> {
  const out = new Uint8Array(width * height)
  await inBands({ width, height }, (first, end) => {
    for (let y = first; y < end; y++) {
      const row = (y + 1) * stride + 1
      out.set(values.subarray(row, row + width), y * width)
    }
  })
  return out
}
