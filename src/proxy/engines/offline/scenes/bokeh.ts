import { darker, lighter, mix } from '../colour.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { el, linear, radial, spot } from '../svg.ts'

/** Lights far out of focus. */
export function bokeh(space: SceneSpace): Scene {
  const { width, height, unit, palette, random, detail, focal } = space
  const deep = darker(mix(palette.hero, palette.ground, 0.5), 0.55)
  const colours = [palette.light, palette.accent, lighter(palette.hero, 0.3), lighter(palette.ground, 0.4)]
  const discs = colours.map((colour, i) =>
    radial(
      `disc${i}`,
      [0.5, 0.5, 0.5],
      [
        [0, colour, 0.3],
        [0.82, colour, 0.42],
        [0.93, lighter(colour, 0.4), 0.6],
        [1, colour, 0],
      ],
    ),
  )
  const lights = Array.from({ length: 26 + 16 * detail }, () => {
    const wide = random() < 0.3
    const cx = wide ? random() * width : focal.x + focal.width * (0.5 + (random() + random() - 1) * 0.8)
    const cy = height * (0.5 + (random() + random() - 1) * 0.52)
    const r = unit * (0.02 + 0.1 * random() ** 2.2)
    return el('circle', {
      cx,
      cy,
      r,
      fill: `url(#disc${Math.floor(random() * colours.length)})`,
      opacity: between(random, 0.35, 1),
    })
  })
  const glows = Array.from({ length: 5 }, (_, i) => {
    const place = { cx: focal.x + focal.width * random(), cy: height * between(random, 0.2, 0.85) }
    return el('circle', { ...place, r: unit * between(random, 0.35, 0.7), fill: `url(#glow${i % colours.length})` })
  })
  const glowing = colours.map((colour, i) => spot(`glow${i}`, colour, 0.42))
  return {
    defs:
      linear(
        'deep',
        [0, 0, 0.4, 1],
        [
          [0, darker(deep, 0.35)],
          [0.6, deep],
          [1, mix(deep, palette.hero, 0.3)],
        ],
      ) +
      glowing.join('') +
      discs.join(''),
    backdrop: el('rect', { width, height, fill: 'url(#deep)' }) + glows.join(''),
    objects: lights.join(''),
  }
}
