import type { MaskPoint } from '#contract/draw-op.ts'
import { type Affine, scaling } from '#domain/affine.ts'

interface Extent {
  readonly width: number
  readonly height: number
}

/** Which part of a picture is seen, and how large: `scale` points of the window for each of its pixels. */
export interface View {
  readonly scale: number
  /** Where the picture’s top left corner is, in points of the window. */
  readonly x: number
  readonly y: number
}

const MARGIN = 12
const MOST_SCALE = 16
/** Points of the picture that stay in sight, wherever it is moved. */
const IN_SIGHT = 40

/** The whole picture, in the middle. */
export function fitView(picture: Extent, room: Extent): View {
  const scale = Math.min(
    MOST_SCALE,
    Math.max(1, room.width - 2 * MARGIN) / picture.width,
    Math.max(1, room.height - 2 * MARGIN) / picture.height,
  )
  return { scale, x: (room.width - picture.width * scale) / 2, y: (room.height - picture.height * scale) / 2 }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

function inSight(view: View, picture: Extent, room: Extent): View {
  return {
    scale: view.scale,
    x: clamp(view.x, IN_SIGHT - picture.width * view.scale, room.width - IN_SIGHT),
    y: clamp(view.y, IN_SIGHT - picture.height * view.scale, room.height - IN_SIGHT),
  }
}

/** Larger or smaller by a factor; what is at the point stays there. */
export function zoomView(view: View, by: number, at: MaskPoint, { picture, room }: { picture: Extent; room: Extent }) {
  const least = Math.min(1, fitView(picture, room).scale) / 2
  const scale = clamp(view.scale * by, least, MOST_SCALE)
  const factor = scale / view.scale
  return inSight({ scale, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor }, picture, room)
}

export const panView = (view: View, by: MaskPoint, { picture, room }: { picture: Extent; room: Extent }): View =>
  inSight({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, room)

/** From a point of the window to the picture’s pixels. */
export const toPicture = ({ scale, x, y }: View, point: MaskPoint): MaskPoint => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
})

/** From the picture’s pixels to those of a screen with so many pixels a point. */
export function affineOf({ scale, x, y }: View, density: number): Affine {
  const [a, b, c, d] = scaling(scale * density, scale * density)
  return [a, b, c, d, x * density, y * density]
}
