import type { Colour } from '../colour.ts'
import { darker, lighter, mix } from '../colour.ts'
import { el, linear } from '../svg.ts'

/** Half widths from top to bottom: [height in 0..1 from the top, half width in shares of the height]. */
type Profile = [number, number][]

const PROFILES: Readonly<Record<string, Profile>> = {
  bottle: [
    [0, 0.06],
    [0.22, 0.065],
    [0.34, 0.1],
    [0.46, 0.2],
    [0.6, 0.215],
    [1, 0.2],
  ],
  vase: [
    [0, 0.12],
    [0.08, 0.1],
    [0.22, 0.1],
    [0.5, 0.27],
    [0.78, 0.24],
    [1, 0.13],
  ],
  bowl: [
    [0, 0.72],
    [0.1, 0.72],
    [0.5, 0.6],
    [0.85, 0.34],
    [1, 0.28],
  ],
  cup: [
    [0, 0.44],
    [0.1, 0.44],
    [0.6, 0.41],
    [0.9, 0.32],
    [1, 0.28],
  ],
  jar: [
    [0, 0.22],
    [0.12, 0.22],
    [0.14, 0.3],
    [0.3, 0.34],
    [1, 0.33],
  ],
  ball: [
    [0, 0.02],
    [0.06, 0.24],
    [0.2, 0.4],
    [0.5, 0.5],
    [0.8, 0.4],
    [0.94, 0.24],
    [1, 0.1],
  ],
}

/** What each word stands for on the table. */
export const VESSEL_WORDS: Readonly<Record<string, string>> = {
  bottle: 'bottle',
  perfume: 'bottle',
  wine: 'bottle',
  serum: 'bottle',
  vase: 'vase',
  flower: 'vase',
  plant: 'vase',
  bowl: 'bowl',
  soup: 'bowl',
  salad: 'bowl',
  cup: 'cup',
  coffee: 'cup',
  tea: 'cup',
  mug: 'cup',
  jar: 'jar',
  cream: 'jar',
  candle: 'jar',
  honey: 'jar',
  ball: 'ball',
  orange: 'ball',
  apple: 'ball',
  fruit: 'ball',
  lamp: 'lamp',
}

/** A turned thing: the same outline left and right, lit from one side. */
export function vessel(id: string, kind: string, box: { x: number; foot: number; height: number }, colour: Colour) {
  const profile = PROFILES[kind] ?? PROFILES['vase'] ?? []
  const top = box.foot - box.height
  const at = ([y, half]: [number, number], side: number) =>
    [box.x + side * half * box.height, top + y * box.height] as const
  const down = profile.map((point) => at(point, 1))
  const up = profile.map((point) => at(point, -1)).reverse()
  const curve = (points: (readonly [number, number])[]) =>
    points.slice(1).map(([x, y], i) => {
      const [, before] = points[i] ?? [x, y]
      const [bx] = points[i] ?? [x, y]
      return `C${bx.toFixed(1)} ${((before + y) / 2).toFixed(1)} ${x.toFixed(1)} ${((before + y) / 2).toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`
    })
  const [first, mouth] = [down[0] ?? [0, 0], profile[0]?.[1] ?? 0]
  const foot = profile.at(-1)?.[1] ?? 0
  const bottom = `A${(foot * box.height).toFixed(1)} ${(foot * box.height * 0.18).toFixed(1)} 0 0 1 ${up[0]?.[0].toFixed(1)} ${up[0]?.[1].toFixed(1)}`
  const d = `M${first[0].toFixed(1)} ${first[1].toFixed(1)}${curve(down).join('')}${bottom}${curve(up).join('')}Z`
  const defs = linear(
    id,
    [0, 0, 1, 0.08],
    [
      [0, mix(colour, darker(colour, 0.4), 0.6)],
      [0.2, lighter(colour, 0.1)],
      [0.31, lighter(colour, 0.34)],
      [0.46, colour],
      [0.8, darker(colour, 0.45)],
      [0.95, darker(colour, 0.58)],
      [1, darker(colour, 0.42)],
    ],
  )
  const rim = { cx: box.x, cy: top, rx: mouth * box.height, ry: mouth * box.height * 0.2 }
  const opening =
    mouth > 0.05
      ? el('ellipse', {
          ...rim,
          fill: darker(colour, 0.5),
          stroke: lighter(colour, 0.25),
          'stroke-width': box.height * 0.006,
        })
      : ''
  return {
    defs,
    shape: el('path', { d, fill: `url(#${id})` }) + opening,
    half: Math.max(...profile.map(([, half]) => half)) * box.height,
  }
}
