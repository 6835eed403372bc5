import { darker, lighter, mix } from '../colour.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { el, linear, softened } from '../svg.ts'

type Maker = (x: number, y: number, r: number, turn: number) => string

/** Path data of each kind of shape round a point. */
const SHAPES: readonly Maker[] = [
  (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  (x, y, r) => `M${x - r} ${y + r}V${y}a${r} ${r} 0 0 1 ${2 * r} 0V${y + r}Z`,
  (x, y, r) => `M${x - r} ${y - r}h${2 * r}a${2 * r} ${2 * r} 0 0 1 ${-2 * r} ${2 * r}Z`,
  (x, y, r) =>
    `M${x - r * 1.5} ${y - r * 0.36}h${3 * r}a${r * 0.36} ${r * 0.36} 0 0 1 0 ${r * 0.72}h${-3 * r}a${r * 0.36} ${r * 0.36} 0 0 1 0 ${-r * 0.72}Z`,
  (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0h${-r * 0.62}a${r * 0.38} ${r * 0.38} 0 1 0 ${-r * 0.76} 0Z`,
]

/** Large cut-out forms that lie on each other and cast soft shadows. */
export function paperShapes(space: SceneSpace): Scene {
  const { width, height, unit, palette, random, detail, focal, calm } = space
  const colours = [
    palette.ground,
    palette.hero,
    palette.accent,
    mix(palette.hero, palette.light, 0.6),
    lighter(palette.ground, 0.45),
  ]
  const forms = Array.from({ length: 6 + 3 * detail }, (_, i) => {
    const radius = unit * between(random, 0.1, 0.3) * (1.25 - i / (6 + 3 * detail))
    const x = calm ? focal.x + focal.width * random() : width * between(random, 0.06, 0.94)
    const y = focal.y + focal.height * between(random, 0.02, 0.98)
    const turn = Math.round(random() * 8) * 45
    const colour = colours[i % colours.length] ?? palette.hero
    const d = (SHAPES[Math.floor(random() * SHAPES.length)] ?? SHAPES[0])?.(x, y, radius, turn) ?? ''
    const transform = `rotate(${turn} ${x} ${y})`
    const away = unit * 0.022
    return {
      defs: linear(
        `form${i}`,
        [0, 0, 1, 1],
        [
          [0, lighter(colour, 0.28)],
          [0.55, colour],
          [1, darker(colour, 0.24)],
        ],
      ),
      shape:
        el(
          'g',
          { transform: `translate(${away * 0.5} ${away * 0.8})` },
          softened('path', { d, transform, fill: palette.shade }, palette.shade, away, 0.44),
        ) + el('path', { d, transform, fill: `url(#form${i})` }),
    }
  })
  return {
    defs:
      linear(
        'sheet',
        [0, 0, 1, 1],
        [
          [0, lighter(palette.wall, 0.3)],
          [1, mix(palette.wall, palette.ground, 0.22)],
        ],
      ) + forms.map((form) => form.defs).join(''),
    backdrop: el('rect', { width, height, fill: 'url(#sheet)' }),
    objects: forms.map((form) => form.shape).join(''),
  }
}
