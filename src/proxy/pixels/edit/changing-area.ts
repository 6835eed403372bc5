import { AppError } from '#domain/app-error.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import type { Rect } from '#domain/rect.ts'
import { decoding } from '../decoding.ts'
import { picture } from '../picture.ts'
import { overlap } from './overlap.ts'
import { type Cut, from, placeOf } from './places.ts'

/** Which pixels of a box may change: 255 where they may, 0 where the original is protected. */
export interface ChangingArea extends Extent {
  free: Uint8Array
}

/**
 * What may change in a box of the canvas: where the mask says so, and all that the original does not cover. Without a mask,
 * an original that fills its canvas may change everywhere.
 * Throws AppError `image_damaged`, also for a mask of another size than the canvas.
 */
export async function changingArea(mask: Uint8Array | null, cut: Cut, box: Rect): Promise<ChangingArea> {
  const { width, height } = box
  const free = mask ? await freeByMask(mask, cut, box) : new Uint8Array(width * height).fill(isWhole(cut) ? 255 : 0)
  freeAround(free, box, placeOf(cut))
  return { width, height, free }
}

const isWhole = ({ original, canvas }: Cut): boolean =>
  original.width === canvas.width && original.height === canvas.height

async function freeByMask(mask: Uint8Array, { canvas }: Cut, { x, y, width, height }: Rect): Promise<Uint8Array> {
  const found = await decoding(picture(mask).metadata())
  if (found.width !== canvas.width || found.height !== canvas.height || !found.hasAlpha)
    throw new AppError('image_damaged')
  const part = picture(mask).extract({ left: x, top: y, width, height }).extractChannel('alpha')
  const { data } = await decoding(part.negate().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true }))
  return data
}

/** Frees all of a box that lies outside the original. */
function freeAround(free: Uint8Array, box: Rect, place: Rect): void {
  const own = overlap(box, place)
  const inside = own ? from(box, own) : { x: 0, y: 0, width: 0, height: 0 }
  for (let y = 0; y < box.height; y++) {
    const row = free.subarray(y * box.width, (y + 1) * box.width)
    const crossed = y >= inside.y && y < inside.y + inside.height
    row.fill(255, 0, crossed ? inside.x : box.width)
    if (crossed) row.fill(255, inside.x + inside.width)
  }
}
