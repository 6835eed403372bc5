import { picture } from '../../../pixels/picture.ts'
import type { Box } from '../box.ts'

/** Where a picture may change. */
export interface Place {
  /** True without a mask: all of it. */
  whole: boolean
  /** The smallest box around it, in pixels. */
  box: Box
  /** One byte for each pixel: 255 where it may change. */
  change: Buffer
}

export interface Size {
  width: number
  height: number
}

/** Reads a mask whose alpha is 0 where the picture may change. */
export async function placeOf(mask: Uint8Array | null, { width, height }: Size): Promise<Place> {
  const all = { whole: true, box: { x: 0, y: 0, width, height } }
  if (!mask) return { ...all, change: Buffer.alloc(width * height, 255) }
  const alpha = picture(mask).ensureAlpha().extractChannel(3).resize(width, height, { fit: 'fill', kernel: 'nearest' })
  const change = await alpha.threshold(128).negate().toColourspace('b-w').raw().toBuffer()
  const box = boxAround(change, width, 255)
  return box ? { whole: false, box, change } : { ...all, change }
}

/** The smallest box around all bytes of a value; null when there is none. */
function boxAround(bytes: Buffer, width: number, value: number): Box | null {
  const height = bytes.length / width
  const row = (y: number) => bytes.subarray(y * width, (y + 1) * width)
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    const first = row(y).indexOf(value)
    if (first < 0) continue
    left = Math.min(left, first)
    right = Math.max(right, row(y).lastIndexOf(value))
    top = Math.min(top, y)
    bottom = y
  }
  return bottom < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

/** The box of what may not change; null when all may. */
export const keptBox = ({ change }: Place, { width }: Size): Box | null => boxAround(change, width, 0)

/** Pixels the change spills over its mask: to a model a mask is a hint. */
const SPILL = 3

/** The same bytes with an edge that fades out beyond the mask. */
export async function spilling({ change, whole }: Place, { width, height }: Size): Promise<Buffer> {
  if (whole) return change
  const soft = picture(change, { raw: { width, height, channels: 1 } }).blur(SPILL)
  return await soft.linear(2, 0).toColourspace('b-w').raw().toBuffer()
}
