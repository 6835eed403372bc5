import { z } from 'zod'

const number = z.number()

/** Six numbers [a, b, c, d, e, f] of an affine transform: x′ = a·x + c·y + e, y′ = b·x + d·y + f. As a canvas’s `setTransform` takes them. */
export const affineSchema = z.tuple([number, number, number, number, number, number])
export type Affine = z.infer<typeof affineSchema>

interface Point {
  readonly x: number
  readonly y: number
}

/** Figma's way of writing the same: two rows of three. */
export type FigmaTransform = readonly [readonly [number, number, number], readonly [number, number, number]]

export const fromFigma = ([[a, c, e], [b, d, f]]: FigmaTransform): Affine => [a, b, c, d, e, f]

export const translation = (x: number, y: number): Affine => [1, 0, 0, 1, x, y]

export const scaling = (x: number, y: number): Affine => [x, 0, 0, y, 0, 0]

/** One after the other: `multiply(last, first)` does `first`, then `last`. */
export function multiply([a, b, c, d, e, f]: Affine, [a2, b2, c2, d2, e2, f2]: Affine): Affine {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f]
}

/** The way back; null when there is none, because everything falls onto one line or point. */
export function invert([a, b, c, d, e, f]: Affine): Affine | null {
  const area = a * d - b * c
  if (area === 0 || !Number.isFinite(area)) return null
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}

export const apply = ([a, b, c, d, e, f]: Affine, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})
