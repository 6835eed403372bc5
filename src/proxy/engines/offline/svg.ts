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

/** Softens by `radius` pixels. */
export const blur = (id: string, radius: number): string =>
  el(
    'filter',
    { id, x: '-60%', y: '-60%', width: '220%', height: '220%' },
    el('feGaussianBlur', { stdDeviation: radius }),
  )

export type Point = [x: number, y: number]

/** A smooth line through points, as path data that starts with the first. */
export function smoothLine(points: Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let before = first
  const curves = rest.map((point) => {
    const middle = short((before[0] + point[0]) / 2)
    const curve = `C${middle} ${short(before[1])} ${middle} ${short(point[1])} ${short(point[0])} ${short(point[1])}`
    before = point
    return curve
  })
  return `M${short(first[0])} ${short(first[1])}${curves.join('')}`
}
