import { AppError } from '#domain/app-error.ts'
import type { Rect } from '#domain/rect.ts'
import type { Request } from '#domain/request.ts'
import { overlap } from './overlap.ts'

/** What to cut, or was cut, from which picture. */
export type Cut = NonNullable<Request['cut']>

const canvasOf = ({ canvas }: Pick<Cut, 'canvas'>): Rect => ({ x: 0, y: 0, ...canvas })

/** Where the original lies in its canvas. */
export const placeOf = ({ original, at }: Pick<Cut, 'original' | 'at'>): Rect => ({
  x: at.x,
  y: at.y,
  width: original.width,
  height: original.height,
})

/** The part of the window that lies in the canvas. */
export function visibleOf(cut: Pick<Cut, 'canvas' | 'window'>): Rect {
  const visible = overlap(cut.window, canvasOf(cut))
  if (!visible) throw new AppError('request_invalid', { details: { where: 'cut.window' } })
  return visible
}

/** The same box, measured from another corner. */
export const from = ({ x, y }: { x: number; y: number }, box: Rect): Rect => ({
  x: box.x - x,
  y: box.y - y,
  width: box.width,
  height: box.height,
})
