import type { Colour } from './colour.ts'

const short = (value: number): string => String(Math.round(value * 100) / 100)

/** One SVG element; numbers are rounded so that files stay small and always the same. */
export function el(name: string, attributes: Record<string, string | number>, body = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : value}"`,
  )
  return `<${name}${written.join('')}>${body}</${name}>`
}

/** Offset in 0..1, colour, opacity. */
export type Stop = [offset: number, colour: Colour, opacity?: number]

const stops = (list: Stop[]): string =>
  list
    .map(([offset, colour, opacity]) => el('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity ?? 1 }))
    .join('')

/** Across the shape; from and to are its corners in 0..1. */
export const linear = (id: string, [x1, y1, x2, y2]: [number, number, number, number], list: Stop[]): string =>
  el('linearGradient', { id, x1, y1, x2, y2 }, stops(list))

/** Round a point of the shape, all in 0..1. */
export const radial = (id: string, [cx, cy, r]: [number, number, number], list: Stop[]): string =>
  el('radialGradient', { id, cx, cy, r }, stops(list))

/** A spot that fades out to nothing: soft shadows and glows, where a blur filter takes a hundred times as long. */
export const spot = (id: string, colour: Colour, opacity = 1): string =>
  radial(
    id,
    [0.5, 0.5, 0.5],
    [
      [0, colour, opacity],
      [0.3, colour, opacity * 0.72],
      [0.6, colour, opacity * 0.28],
      [0.82, colour, opacity * 0.07],
      [1, colour, 0],
    ],
  )

/** Draws a shape's edge again and again, each time narrower, so that it fades out over `reach` pixels. */
export const softened = (
  name: string,
  shape: Record<string, string | number>,
  colour: Colour,
  reach: number,
  opacity: number,
): string =>
  [1, 0.78, 0.58, 0.4, 0.24, 0.1]
    .map((share) =>
      el(name, {
        ...shape,
        stroke: colour,
        'stroke-width': reach * 2 * share,
        'stroke-linejoin': 'round',
        opacity: opacity / 6,
      }),
    )
    .join('')

export type Point = [x: number, y: number]

const at = ([x, y]: Point): string => `${short(x)} ${short(y)}`

/** Curves from the first of the points through the others (Catmull-Rom), as path data without the start. */
export function smoothCurves(points: Point[]): string {
  const near = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0]
  const curves = points.slice(1).map((to, i) => {
    const [before, from, after] = [near(i - 1), near(i), near(i + 2)]
    const out: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const back: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${at(out)} ${at(back)} ${at(to)}`
  })
  return curves.join('')
}

/** A smooth line through points, as path data. */
export const smoothLine = (points: Point[]): string => `M${at(points[0] ?? [0, 0])}${smoothCurves(points)}`

/** Stops at equal distances. */
export const evenly = (...colours: Colour[]): Stop[] =>
  colours.map((colour, i) => [i / Math.max(1, colours.length - 1), colour])
