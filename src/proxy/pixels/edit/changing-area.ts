import { AppError } from '#domain/app-error.ts'
import { isExpanded } from '#domain/edits/edit.ts'
import type { Rect } from '#domain/rect.ts'
import { decoding } from '../decoding.ts'
import { inBands } from '../in-bands.ts'
import { picture } from '../picture.ts'
import { fillAround } from './fill-around.ts'
import { overlap } from './overlap.ts'
import { type Cut, placeOf } from './places.ts'

/** A box of the canvas, and which of its pixels may change: 255 where they may, 0 where the original is protected. */
export interface ChangingArea extends Rect {
  free: Uint8Array
}

/**
 * What may change in a box of the canvas: where the mask says so, and all that the original does not cover. Without a mask,
 * an original that fills its canvas may change everywhere.
 * Throws AppError `image_damaged`, also for a mask of another size than the canvas.
 */
export async function changingArea(mask: Uint8Array | null, cut: Cut, box: Rect): Promise<ChangingArea> {
  const free = mask
    ? await freeByMask(mask, cut, box)
    : new Uint8Array(box.width * box.height).fill(isExpanded(cut) ? 0 : 255)
  fillAround(free, box, placeOf(cut))
  return { ...box, free }
}

async function freeByMask(mask: Uint8Array, { canvas }: Cut, { x, y, width, height }: Rect): Promise<Uint8Array> {
  const found = await decoding(picture(mask).metadata())
  if (found.width !== canvas.width || found.height !== canvas.height || !found.hasAlpha)
    throw new AppError('image_damaged')
  const part = picture(mask).extract({ left: x, top: y, width, height }).extractChannel('alpha')
  return await decoding(part.negate().raw({ depth: 'uchar' }).toBuffer())
}

/** The smallest box around all that may change, in the canvas; null when nothing may. */
export async function boxOfFree({ x, y, width, height, free }: ChangingArea): Promise<Rect | null> {
  let [left, top, right, bottom] = [width, height, -1, -1]
  await inBands({ width, height }, (start, end) => {
    for (let line = start; line < end; line++) {
      const row = free.subarray(line * width, (line + 1) * width)
      const first = row.indexOf(255)
      if (first < 0) continue
      top = Math.min(top, line)
      bottom = line
      left = Math.min(left, first)
      right = Math.max(right, row.lastIndexOf(255))
    }
  })
  return bottom < 0 ? null : { x: x + left, y: y + top, width: right - left + 1, height: bottom - top + 1 }
}

/** A box of what may change, with so many pixels around it as the area has. */
export async function trimmed(area: ChangingArea, { x, y, width, height }: Rect, rim: number): Promise<ChangingArea> {
  const box = overlap({ x: x - rim, y: y - rim, width: width + 2 * rim, height: height + 2 * rim }, area) ?? area
  const kept = new Uint8Array(box.width * box.height)
  await inBands(box, (first, end) => {
    for (let row = first; row < end; row++) {
      const from = (box.y - area.y + row) * area.width + box.x - area.x
      kept.set(area.free.subarray(from, from + box.width), row * box.width)
    }
  })
  return { ...box, free: kept }
}
