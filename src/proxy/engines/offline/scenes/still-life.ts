import { darker, lighter, mix } from '../colour.ts'
import { isFormOf } from '../described-words.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { el, linear, type Point, smoothLine, softened, spot } from '../svg.ts'
import { lamp } from './lamp.ts'
import { VESSEL_WORDS, vessel } from './vessels.ts'

const SPARE = ['vase', 'bottle', 'bowl', 'cup', 'jar', 'ball']

/** The things the words name, at most three; the seed adds what is missing. */
function things({ words, random, detail }: SceneSpace): string[] {
  const named = words.flatMap((word) => Object.entries(VESSEL_WORDS).find(([name]) => isFormOf(word, name))?.[1] ?? [])
  const wanted = [...new Set(named)].slice(0, 3)
  const spare = SPARE.filter((kind) => !wanted.includes(kind)).toSorted(() => random() - 0.5)
  return [...wanted, ...spare].slice(0, wanted[0] === 'lamp' ? 2 : Math.max(wanted.length, detail))
}

/** Grain lines of the table top, closer together towards the back. */
function grain(space: SceneSpace, edge: number): string {
  const { width, height, random, palette, detail } = space
  return Array.from({ length: 8 * detail }, () => {
    const y = edge + (height - edge) * random() ** 1.5
    const points = Array.from(
      { length: 7 },
      (_, i): Point => [(i / 6) * width, y + between(random, -0.006, 0.006) * height],
    )
    const dark = random() < 0.7
    return el('path', {
      d: smoothLine(points),
      fill: 'none',
      stroke: dark ? darker(palette.ground, 0.5) : lighter(palette.ground, 0.3),
      'stroke-width': between(random, 0.0008, 0.004) * height,
      opacity: between(random, 0.08, 0.3),
    })
  }).join('')
}

/** Panes of window light falling on the wall at a slant. */
function windowLight({ width, unit, random, palette }: SceneSpace, edge: number): string {
  const left = between(random, 0.1, 0.5) * width
  const slant = unit * between(random, 0.2, 0.4)
  const pane = unit * 0.24
  return Array.from({ length: 3 }, (_, i) => {
    const x = left + i * pane * 1.18
    const points = [`${x + slant},0`, `${x + slant + pane},0`, `${x + pane},${edge}`, `${x},${edge}`].join(' ')
    const colour = lighter(palette.light, 0.25)
    return softened('polygon', { points, fill: colour }, colour, unit * 0.012, 0.5)
  }).join('')
}

interface Standing {
  defs: string
  shape: string
}

function stand(space: SceneSpace, kind: string, index: number, edge: number): Standing {
  const { unit, focal, palette, random, height } = space
  const place = [0.5, 0.86, 0.14][index] ?? 0.5
  const size =
    Math.min(focal.height, edge * 0.86) *
    (index === 0 ? 0.92 : between(random, 0.42, 0.6)) *
    (kind === 'bowl' || kind === 'cup' || kind === 'ball' ? 0.5 : 1)
  const box = {
    x: focal.x + focal.width * place,
    foot: edge + (height - edge) * (index === 0 ? 0.4 : between(random, 0.16, 0.3)),
    height: Math.min(size, unit * 0.72),
  }
  const colour = [palette.hero, palette.accent, mix(palette.hero, palette.light, 0.5)][index] ?? palette.hero
  const side = space.calm === 'left' ? -1 : 1
  const made =
    kind === 'lamp'
      ? lamp(`thing${index}`, box, colour, palette.light, side)
      : vessel(`thing${index}`, kind, box, colour)
  const { half } = made
  const cast = { cx: box.x + half * 0.95, cy: box.foot + half * 0.05, rx: half * 2.5, ry: half * 0.3, opacity: 0.62 }
  const contact = { cx: box.x, cy: box.foot + half * 0.02, rx: half * 1.15, ry: half * 0.2, opacity: 0.95 }
  const shadow = el('ellipse', { ...cast, fill: 'url(#cast)' }) + el('ellipse', { ...contact, fill: 'url(#contact)' })
  return { defs: made.defs, shape: shadow + made.shape }
}

/** Things on a table by a window. */
export function stillLife(space: SceneSpace): Scene {
  const { width, height, unit, palette, focal } = space
  const edge = Math.min(height * 0.8, focal.y + focal.height * 0.82)
  const wall = linear(
    'wall',
    [0, 0, 1, 1],
    [
      [0, mix(palette.wall, palette.light, 0.5)],
      [0.5, palette.wall],
      [1, mix(palette.wall, palette.ground, 0.42)],
    ],
  )
  const table = linear(
    'table',
    [0, 0, 0.25, 1],
    [
      [0, lighter(palette.ground, 0.22)],
      [0.14, palette.ground],
      [1, darker(palette.ground, 0.42)],
    ],
  )
  const standing = space.drawHero ? things(space).map((kind, index) => stand(space, kind, index, edge)) : []
  return {
    defs:
      wall +
      table +
      spot('cast', palette.shade) +
      spot('contact', palette.shade) +
      standing.map((one) => one.defs).join(''),
    backdrop:
      el('rect', { width, height, fill: 'url(#wall)' }) +
      windowLight(space, edge) +
      el('rect', { y: edge, width, height: height - edge, fill: 'url(#table)' }) +
      grain(space, edge) +
      el('rect', {
        y: edge - unit * 0.002,
        width,
        height: unit * 0.005,
        fill: lighter(palette.light, 0.3),
        opacity: 0.55,
      }),
    objects: standing
      .toReversed()
      .map((one) => one.shape)
      .join(''),
  }
}
