import { type Colour, darker, lighter } from '../colour.ts'
import { el, evenly, linear } from '../svg.ts'

/** A round pedestal: the middle of its upper face, half its width, its height. Pixels. */
export interface Drum {
  x: number
  top: number
  half: number
  height: number
}

export const drumColours = (id: string, colour: Colour): string =>
  linear(`${id}side`, [0, 0, 1, 0], evenly(darker(colour, 0.12), lighter(colour, 0.3), colour, darker(colour, 0.4))) +
  linear(`${id}top`, [0, 0, 1, 1], evenly(lighter(colour, 0.5), lighter(colour, 0.12)))

/** The shadow under it is filled with the spot of the id `floor-shadow`. */
export function drum({ x, top, half, height }: Drum, id: string): string {
  const flat = half * 0.22
  const [left, right, foot] = [x - half, x + half, top + height]
  const d = `M${left} ${top}L${left} ${foot}A${half} ${flat} 0 0 0 ${right} ${foot}L${right} ${top}Z`
  const shadow = { cx: x + half * 0.12, cy: foot + flat * 0.5, rx: half * 1.5, ry: flat * 1.9, opacity: 0.5 }
  return (
    el('ellipse', { ...shadow, fill: 'url(#floor-shadow)' }) +
    el('path', { d, fill: `url(#${id}side)` }) +
    el('ellipse', { cx: x, cy: top, rx: half, ry: flat, fill: `url(#${id}top)` })
  )
}
