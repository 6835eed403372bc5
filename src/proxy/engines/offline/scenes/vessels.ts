import { type Colour, darker, lighter } from '../colour.ts'
import { el, linear, type Point, type Stop, smoothCurves, smoothLine } from '../svg.ts'

/** Half widths from top to bottom: [height in 0..1 from the top, half width in shares of the height]. */
type Profile = [number, number][]

const PROFILES: Readonly<Record<string, Profile>> = {
  bottle: [
    [0, 0.062],
    [0.12, 0.062],
    [0.26, 0.066],
    [0.36, 0.105],
    [0.44, 0.175],
    [0.54, 0.205],
    [0.78, 0.205],
    [0.96, 0.2],
    [1, 0.18],
  ],
  vase: [
    [0, 0.13],
    [0.05, 0.11],
    [0.14, 0.09],
    [0.24, 0.105],
    [0.36, 0.19],
    [0.5, 0.265],
    [0.64, 0.285],
    [0.8, 0.235],
    [0.93, 0.16],
    [1, 0.14],
  ],
  bowl: [
    [0, 0.72],
    [0.12, 0.715],
    [0.35, 0.66],
    [0.6, 0.54],
    [0.82, 0.38],
    [0.94, 0.29],
    [1, 0.28],
  ],
  cup: [
    [0, 0.44],
    [0.2, 0.435],
    [0.5, 0.42],
    [0.76, 0.38],
    [0.92, 0.31],
    [1, 0.27],
  ],
  jar: [
    [0, 0.24],
    [0.1, 0.24],
    [0.15, 0.26],
    [0.21, 0.315],
    [0.3, 0.335],
    [0.6, 0.335],
    [0.94, 0.33],
    [1, 0.3],
  ],
  ball: [
    [0, 0.03],
    [0.02, 0.14],
    [0.08, 0.27],
    [0.2, 0.4],
    [0.35, 0.477],
    [0.5, 0.5],
    [0.65, 0.477],
    [0.8, 0.4],
    [0.92, 0.27],
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

/** Where a thing stands and how high it is, in pixels. */
export interface Stand {
  x: number
  foot: number
  height: number
}

const rounding = (colour: Colour): Stop[] => [
  [0, darker(colour, 0.24)],
  [0.2, lighter(colour, 0.1)],
  [0.31, lighter(colour, 0.34)],
  [0.46, colour],
  [0.8, darker(colour, 0.45)],
  [0.95, darker(colour, 0.58)],
  [1, darker(colour, 0.42)],
]

function outline(profile: Profile, { x, foot, height }: Stand): string {
  const side = (sign: number) =>
    profile.map(([y, half]): Point => [x + sign * half * height, foot - height + y * height])
  const base = (profile.at(-1)?.[1] ?? 0) * height
  const bottom = `A${base} ${base * 0.18} 0 0 1 ${x - base} ${foot}`
  return `${smoothLine(side(1))}${bottom}${smoothCurves(side(-1).reverse())}Z`
}

/** A turned thing: the same outline left and right, lit from one side. */
export function vessel(id: string, kind: string, stand: Stand, colour: Colour) {
  const profile = PROFILES[kind] ?? PROFILES['vase'] ?? []
  const { x, foot, height } = stand
  const mouth = (profile[0]?.[1] ?? 0) * height
  const rim = { cx: x, cy: foot - height, rx: mouth, ry: mouth * 0.2 }
  const look = { fill: darker(colour, 0.5), stroke: lighter(colour, 0.25), 'stroke-width': height * 0.006 }
  const opening = mouth > 0.05 * height ? el('ellipse', { ...rim, ...look }) : ''
  return {
    defs: linear(id, [0, 0, 1, 0.08], rounding(colour)),
    shape: el('path', { d: outline(profile, stand), fill: `url(#${id})` }) + opening,
    half: Math.max(...profile.map(([, half]) => half)) * height,
  }
}
