import { darker, lighter, mix } from '../colour.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { el, linear, type Point, radial, smoothLine } from '../svg.ts'

/** The outline of a row of hills: a few slow waves, and finer ones the nearer it is. */
function ridge({ width, unit, random, detail }: SceneSpace, base: number, height: number, rough: number): string {
  const waves = Array.from({ length: 2 + detail }, (_, i) => ({
    length: (width * between(random, 0.5, 1.1)) / (i + 1) ** 1.35,
    height: (height * between(random, 0.6, 1)) / (i + 1) ** 1.15,
    phase: random() * 7,
  }))
  const steps = 36 * detail
  const points = Array.from({ length: steps + 1 }, (_, i): Point => {
    const x = (i / steps) * width
    const y = waves.reduce((sum, wave) => sum + Math.sin((x / wave.length) * 6.28 + wave.phase) * wave.height, base)
    return [x, y + between(random, -rough, rough) * unit]
  })
  return smoothLine(points)
}

/** Sky, a low sun and hills that fade with distance. */
export function landscape(space: SceneSpace): Scene {
  const { width, height, unit, palette, random, detail, focal } = space
  const horizon = height * between(random, 0.5, 0.62)
  const rows = 3 + detail
  const sun = { x: focal.x + focal.width * between(random, 0.35, 0.65), y: horizon - unit * between(random, 0.1, 0.24) }
  const far = mix(palette.wall, palette.light, 0.45)
  const near = mix(palette.ground, palette.shade, 0.55)
  const hills = Array.from({ length: rows }, (_, i) => {
    const depth = i / (rows - 1)
    const base = horizon + (height - horizon) * depth ** 1.3 * 0.86
    const colour = mix(mix(far, palette.ground, 0.25 + depth * 0.5), near, depth ** 1.6)
    const line = ridge(space, base, unit * (0.03 + 0.05 * depth), depth * 0.0025)
    return {
      defs: linear(
        `hill${i}`,
        [0, 0, 0, 1],
        [
          [0, colour],
          [0.45, mix(colour, far, 0.3 * (1 - depth))],
          [1, darker(colour, 0.3)],
        ],
      ),
      shape: el('path', { d: `${line}L${width} ${height}L0 ${height}Z`, fill: `url(#hill${i})` }),
    }
  })
  const sky = linear(
    'sky',
    [0, 0, 0, 1],
    [
      [0, mix(palette.wall, palette.hero, 0.42)],
      [0.34, mix(palette.wall, palette.hero, 0.12)],
      [0.62, mix(palette.wall, palette.light, 0.75)],
    ],
  )
  const glow = radial(
    'glow',
    [0.5, 0.5, 0.5],
    [
      [0, lighter(palette.light, 0.5), 0.95],
      [0.25, palette.light, 0.5],
      [1, palette.light, 0],
    ],
  )
  const disc = el('circle', {
    cx: sun.x,
    cy: sun.y,
    r: unit * 0.055,
    fill: lighter(mix(palette.light, palette.accent, 0.15), 0.5),
  })
  return {
    defs: sky + glow + hills.map((hill) => hill.defs).join(''),
    backdrop:
      el('rect', { width, height, fill: 'url(#sky)' }) +
      el('circle', { cx: sun.x, cy: sun.y, r: unit * 0.62, fill: 'url(#glow)' }) +
      disc,
    objects: hills.map((hill) => hill.shape).join(''),
  }
}
