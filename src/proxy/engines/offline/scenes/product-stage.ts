import { lighter, mix } from '../colour.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { el, evenly, linear, radial, spot } from '../svg.ts'
import { type Drum, drum, drumColours } from './drum.ts'
import { vessel } from './vessels.ts'

interface Measures {
  floor: number
  main: Drum
  others: Drum[]
  /** Half width and top of the arch behind. */
  arch: { half: number; top: number }
}

function measure({ height, unit, random, detail, focal }: SceneSpace): Measures {
  const x = focal.x + focal.width / 2
  const floor = Math.min(height * 0.78, focal.y + focal.height * 0.86)
  const half = Math.min(focal.width * 0.42, unit * 0.3)
  const main = { x, top: floor - unit * 0.05, half, height: unit * between(random, 0.09, 0.14) }
  const aside = random() < 0.5 ? -1 : 1
  const others = Array.from({ length: detail - 1 }, (_, i) => ({
    x: x + aside * (i % 2 === 0 ? 1 : -1) * half * between(random, 1.2, 1.45),
    top: floor - unit * between(random, 0.14, 0.22) * (1 - i * 0.5),
    half: half * between(random, 0.34, 0.46),
    height: unit * 0.26,
  }))
  return { floor, main, others, arch: { half: half * 1.34, top: Math.max(focal.y * 0.6, floor - unit * 0.86) } }
}

function colours({ palette }: SceneSpace): string {
  const { wall, ground, accent, light, shade } = palette
  return (
    linear('back', [0, 0, 0, 1], evenly(mix(wall, ground, 0.3), mix(wall, light, 0.25), mix(wall, light, 0.35))) +
    linear('floor', [0, 0, 0, 1], evenly(mix(wall, ground, 0.45), mix(wall, ground, 0.24), mix(ground, shade, 0.2))) +
    linear('arch', [0, 0, 1, 1], evenly(mix(ground, accent, 0.35), mix(wall, light, 0.55))) +
    radial(
      'spot',
      [0.5, 0.5, 0.5],
      [
        [0, lighter(light, 0.4), 0.75],
        [1, light, 0],
      ],
    ) +
    drumColours('main', mix(ground, wall, 0.35)) +
    drumColours('other', mix(accent, wall, 0.35)) +
    spot('floor-shadow', shade) +
    linear(
      'fade',
      [0, 0, 0, 1],
      [
        [0, shade, 0],
        [0.45, shade, 0.16],
        [0.55, shade, 0.16],
        [1, shade, 0],
      ],
    )
  )
}

function room({ width, height, unit }: SceneSpace, { floor, main, arch }: Measures): string {
  const [left, right, spring] = [main.x - arch.half, main.x + arch.half, arch.top + arch.half]
  const d = `M${left} ${floor}V${spring}A${arch.half} ${arch.half} 0 0 1 ${right} ${spring}V${floor}Z`
  const seam = { y: floor - unit * 0.03, width, height: unit * 0.06 }
  return (
    el('rect', { width, height, fill: 'url(#back)' }) +
    el('path', { d, fill: 'url(#arch)' }) +
    el('circle', { cx: main.x, cy: main.top - unit * 0.2, r: unit * 0.55, fill: 'url(#spot)' }) +
    el('rect', { y: floor, width, height: height - floor, fill: 'url(#floor)' }) +
    el('rect', { ...seam, fill: 'url(#fade)' })
  )
}

/** Round pedestals before an arch, lit from above. */
export function productStage(space: SceneSpace): Scene {
  const { unit, palette, random, drawHero } = space
  const measures = measure(space)
  const { main, others, arch } = measures
  const stand = {
    x: main.x,
    foot: main.top + main.half * 0.04,
    height: Math.min(unit * 0.4, (main.top - arch.top) * 0.66),
  }
  const hero = vessel('hero', random() < 0.5 ? 'bottle' : 'ball', stand, palette.hero)
  const shadow = {
    cx: main.x + hero.half * 0.2,
    cy: stand.foot,
    rx: hero.half * 1.5,
    ry: hero.half * 0.26,
    opacity: 0.9,
  }
  const standing = el('ellipse', { ...shadow, fill: 'url(#floor-shadow)' }) + hero.shape
  return {
    defs: colours(space) + hero.defs,
    backdrop: room(space, measures),
    objects: others.map((one) => drum(one, 'other')).join('') + drum(main, 'main') + (drawHero ? standing : ''),
  }
}
