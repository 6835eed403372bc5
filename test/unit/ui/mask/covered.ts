import type { DrawOp } from '#contract/draw-op.ts'
import { nodeEasel } from '#support/node-easel.ts'
import { drawMask, type MaskDrawing } from '#ui/mask/draw-mask.ts'
import type { Surface } from '#ui/mask/surface.ts'
import type { MaskPart } from '#ui/state/edits/mask-part.ts'

export const PICTURE = { width: 400, height: 300 }

export const drawn = (...ops: DrawOp[]): MaskPart => ({ key: 1, kind: 'drawing', ops, undone: [] })

/** Which pixels a mask covers, 1 or 0, row by row; coverage counts from half on, as at the proxy. */
export function covered(parts: readonly MaskPart[], more: Partial<MaskDrawing> = {}): Uint8Array {
  const surface = nodeEasel.createSurface(PICTURE.width, PICTURE.height)
  const view = [1, 0, 0, 1, 0, 0] as const
  drawMask(surface, { parts, picture: PICTURE, view: [...view], shapes: new Map(), easel: nodeEasel, ...more })
  return countedPixels(surface)
}

function countedPixels({ context, width, height }: Surface): Uint8Array {
  const { data } = context.getImageData(0, 0, width, height)
  return Uint8Array.from({ length: width * height }, (_, i) => ((data[i * 4 + 3] ?? 0) >= 128 ? 1 : 0))
}

/** The pixels whose middle lies in a shape. */
export const pixelsIn = (inside: (x: number, y: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: PICTURE.width * PICTURE.height }, (_, i) =>
    inside((i % PICTURE.width) + 0.5, Math.floor(i / PICTURE.width) + 0.5) ? 1 : 0,
  )

/** Intersection over union. */
export function overlap(a: Uint8Array, b: Uint8Array): number {
  let both = 0
  let either = 0
  a.forEach((value, i) => {
    const other = b[i] === 1
    if (value === 1 && other) both += 1
    if (value === 1 || other) either += 1
  })
  return either === 0 ? 1 : both / either
}

export const sum = (pixels: Uint8Array): number => pixels.reduce((total, value) => total + value, 0)

/** Whether two masks are the same to the pixel. */
export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
