import { type Extent, NOISE } from '../legal-sizes.ts'
import type { Rect } from '../rect.ts'

/** How much more a window may be enlarged along one side than along the other. */
const MAX_STRETCH = 1.02

/** How a size shows a part of a room. */
export interface FittedWindow extends Extent {
  readonly size: Extent
  /** Pixels of the size for each pixel of the window, along each edge; the scale is the smaller of the two. */
  readonly across: number
  readonly along: number
  readonly scale: number
}

/** What has to be seen, and what a window may show at most. */
export interface Bounds {
  readonly need: Rect
  readonly room: Extent
}

/** Whether any picture no longer than the model can draw shows what is needed and no more than there is. */
export function isDrawable(need: Rect, room: Extent, maxAspect: number): boolean {
  const longest = maxAspect * MAX_STRETCH
  return need.width <= room.height * longest && need.height <= room.width * longest
}

/**
 * The window that a size shows pixel for pixel; enlarged where the room is smaller, made smaller where what is needed is larger.
 * Null when the picture would be distorted.
 */
export function fitWindow(
  { width: sizeWidth, height: sizeHeight }: Extent,
  { need, room }: Bounds,
): FittedWindow | null {
  const least = Math.max(sizeWidth / room.width, sizeHeight / room.height)
  const most = Math.min(sizeWidth / need.width, sizeHeight / need.height)
  if (least > most * MAX_STRETCH) return null
  const wanted = Math.max(least, Math.min(1, most))
  const width = between(need.width, Math.floor(sizeWidth / wanted + NOISE), room.width)
  const height = between(need.height, Math.floor(sizeHeight / wanted + NOISE), room.height)
  const [across, along] = [sizeWidth / width, sizeHeight / height]
  const scale = Math.min(across, along)
  if (Math.max(across, along) > scale * MAX_STRETCH) return null
  return { size: { width: sizeWidth, height: sizeHeight }, width, height, across, along, scale }
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))

/** Where the window lies in a canvas: around the middle of what is needed, sticking out no more than it must. */
export function placeWindow({ width, height }: Extent, need: Rect, canvas: Extent): Rect {
  const along = (from: number, length: number, span: number, own: number) =>
    between(Math.min(0, span - own), Math.round(from + (length - own) / 2), Math.max(0, span - own))
  const x = along(need.x, need.width, canvas.width, width)
  const y = along(need.y, need.height, canvas.height, height)
  return { x, y, width, height }
}
