import type { Rect } from '#domain/rect.ts'
import { overlap } from './overlap.ts'
import { from } from './places.ts'

/** Sets to 255 all of a box’s values, one a pixel, that lie outside a place. Both are measured in the canvas. */
export function fillAround(values: Uint8Array, box: Rect, place: Rect): void {
  const shared = overlap(box, place)
  if (!shared) {
    values.fill(255)
    return
  }
  const inside = from(box, shared)
  for (let y = 0; y < box.height; y++) {
    const row = values.subarray(y * box.width, (y + 1) * box.width)
    const crossed = y >= inside.y && y < inside.y + inside.height
    row.fill(255, 0, crossed ? inside.x : box.width)
    if (crossed) row.fill(255, inside.x + inside.width)
  }
}
