import { darker, lighter, mix } from '../colour.ts'
import { between } from '../random.ts'
import type { Scene, SceneSpace } from '../scene.ts'
import { blur, el, linear, radial } from '../svg.ts'
import { vessel } from './vessels.ts'

interface Drum {
  x: number
  top: number
  half: number
  height: number
}

function drum({ x, top, half, height }: Drum, id: string): string {
  const flat = half * 0.22
  const d = `M${x - half} ${top}L${x - half} ${top + height}A${half} ${flat} 0 0 0 ${x + half} ${top + height}L${x + half} ${top}Z`
  return (
    el('ellipse', {
      cx: x + half * 0.25,
      cy: top + height + flat * 0.5,
      rx: half * 1.35,
      ry: flat * 1.25,
      fill: '#000000',
      opacity: 0.32,
      filter: 'url(#floor-shadow)',
    }) +
    el('path', { d, fill: `url(#${id}side)` }) +
    el('ellipse', { cx: x, cy: top, rx: half, ry: flat, fill: `url(#${id}top)` })
  )
}

/** Round pedestals before an arch, lit from above. */
export function productStage(space: SceneSpace): Scene {
  const { width, height, unit, palette, random, detail, focal, drawHero } = space
  const x = focal.x + focal.width / 2
  const floor = Math.min(height * 0.78, focal.y + focal.height * 0.86)
  const half = Math.min(focal.width * 0.42, unit * 0.3)
  const main: Drum = { x, top: floor - unit * 0.05, half, height: unit * between(random, 0.09, 0.14) }
  const aside = random() < 0.5 ? -1 : 1
  const others = Array.from(
    { length: detail - 1 },
    (_, i): Drum => ({
      x: x + aside * (i % 2 === 0 ? 1 : -1) * half * between(random, 1.2, 1.45),
      top: floor - unit * between(random, 0.14, 0.22) * (1 - i * 0.5),
      half: half * between(random, 0.34, 0.46),
      height: unit * 0.26,
    }),
  )
  const arch = { half: half * 1.34, top: Math.max(focal.y * 0.6, floor - unit * 0.86) }
  const hero = vessel(
    'hero',
    random() < 0.5 ? 'bottle' : 'ball',
    { x, foot: main.top + half * 0.04, height: Math.min(unit * 0.4, (main.top - arch.top) * 0.66) },
    palette.hero,
  )
  const drums = (id: string, colour: string) =>
    linear(
      `${id}side`,
      [0, 0, 1, 0],
      [
        [0, darker(colour, 0.12)],
        [0.28, lighter(colour, 0.3)],
        [0.6, colour],
        [1, darker(colour, 0.4)],
      ],
    ) +
    linear(
      `${id}top`,
      [0, 0, 1, 1],
      [
        [0, lighter(colour, 0.5)],
        [1, lighter(colour, 0.12)],
      ],
    )
  const base = mix(palette.ground, palette.wall, 0.35)
  return {
    defs:
      linear(
        'back',
        [0, 0, 0, 1],
        [
          [0, mix(palette.wall, palette.ground, 0.3)],
          [0.7, mix(palette.wall, palette.light, 0.3)],
        ],
      ) +
      linear(
        'floor',
        [0, 0, 0, 1],
        [
          [0, mix(palette.wall, palette.ground, 0.45)],
          [0.5, mix(palette.wall, palette.ground, 0.24)],
          [1, mix(palette.ground, palette.shade, 0.2)],
        ],
      ) +
      linear(
        'arch',
        [0, 0, 1, 1],
        [
          [0, mix(palette.ground, palette.accent, 0.35)],
          [1, mix(palette.wall, palette.light, 0.55)],
        ],
      ) +
      radial(
        'spot',
        [0.5, 0.5, 0.5],
        [
          [0, lighter(palette.light, 0.4), 0.75],
          [1, palette.light, 0],
        ],
      ) +
      drums('main', base) +
      drums('side', mix(palette.accent, palette.wall, 0.35)) +
      hero.defs +
      blur('floor-shadow', unit * 0.018) +
      blur('fade', unit * 0.03),
    backdrop:
      el('rect', { width, height, fill: 'url(#back)' }) +
      el('path', {
        d: `M${x - arch.half} ${floor}V${arch.top + arch.half}A${arch.half} ${arch.half} 0 0 1 ${x + arch.half} ${arch.top + arch.half}V${floor}Z`,
        fill: 'url(#arch)',
      }) +
      el('circle', { cx: x, cy: main.top - unit * 0.2, r: unit * 0.55, fill: 'url(#spot)' }) +
      el('rect', { y: floor, width, height: height - floor, fill: 'url(#floor)' }) +
      el('rect', {
        x: -width * 0.1,
        y: floor - unit * 0.012,
        width: width * 1.2,
        height: unit * 0.02,
        fill: mix(palette.wall, palette.shade, 0.3),
        opacity: 0.5,
        filter: 'url(#fade)',
      }),
    objects:
      others.map((one) => drum(one, 'side')).join('') +
      drum(main, 'main') +
      (drawHero
        ? el('ellipse', {
            cx: x + hero.half * 0.2,
            cy: main.top + half * 0.03,
            rx: hero.half * 1.1,
            ry: hero.half * 0.2,
            fill: palette.shade,
            opacity: 0.55,
            filter: 'url(#floor-shadow)',
          }) + hero.shape
        : ''),
  }
}
