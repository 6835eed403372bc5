import { darker, lighter, mix } from '../colour.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { el, linear, type Point, smoothLine } from '../svg.ts'

/** A soft shadow of strokes on strokes: the same as a blur to the eye, at a tenth of its time. */
const fold = (line: string, unit: number, stroke: string): string =>
  [0.075, 0.055, 0.038, 0.024, 0.012]
    .map((width) => el('path', { d: line, fill: 'none', stroke, 'stroke-width': unit * width, opacity: 0.085 }))
    .join('')

/** Folded silk: broad bands that flow across and catch the light. */
export function ribbons(space: SceneSpace): Scene {
  const { width, height, unit, palette, random, detail } = space
  const count = 6 + 3 * detail
  const [slow, phase, lean] = [between(random, 0.7, 1.3), random() * 6, between(random, -0.35, 0.35)]
  const bands = Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1)
    const swing = height * between(random, 0.06, 0.14)
    const points = Array.from({ length: 15 }, (__, k): Point => {
      const x = (k / 14) * width * 1.1 - width * 0.05
      const wave =
        Math.sin((x / width) * 6.28 * slow + phase + share * 2.6) + 0.4 * Math.sin((x / width) * 11 + share * 5)
      return [x, height * (0.06 + 1.02 * share + lean * (x / width - 0.5)) + wave * swing]
    })
    const colour = mix(mix(palette.hero, palette.ground, share), palette.accent, random() * 0.4)
    const line = smoothLine(points)
    return {
      defs: linear(
        `band${i}`,
        [0, 0, 1, 0.5],
        [
          [0, darker(colour, 0.32)],
          [between(random, 0.2, 0.35), lighter(colour, 0.38)],
          [between(random, 0.45, 0.6), colour],
          [between(random, 0.7, 0.85), lighter(mix(colour, palette.light, 0.4), 0.2)],
          [1, darker(colour, 0.42)],
        ],
      ),
      shape:
        fold(line, unit, palette.shade) +
        el('path', {
          d: `${line}L${width * 1.05} ${height * 1.3}L${-width * 0.05} ${height * 1.3}Z`,
          fill: `url(#band${i})`,
        }) +
        el('path', {
          d: line,
          fill: 'none',
          stroke: lighter(palette.light, 0.4),
          'stroke-width': unit * 0.0024,
          opacity: 0.4,
        }),
    }
  })
  return {
    defs:
      linear(
        'air',
        [0, 0, 1, 1],
        [
          [0, lighter(palette.wall, 0.15)],
          [1, mix(palette.wall, palette.hero, 0.3)],
        ],
      ) + bands.map((band) => band.defs).join(''),
    backdrop: el('rect', { width, height, fill: 'url(#air)' }),
    objects: bands.map((band) => band.shape).join(''),
  }
}
