import type { Box } from './box.ts'
import { isFormOf } from './described-words.ts'
import type { Palette } from './palette.ts'
import type { Random } from './random.ts'
import { lamp } from './scenes/lamp.ts'
import { VESSEL_WORDS, vessel } from './scenes/vessels.ts'
import { el, spot } from './svg.ts'

const SPARE = ['vase', 'bottle', 'bowl', 'cup', 'jar', 'ball'] as const
/** Shares of the box it takes at most. */
const ROOM = { width: 0.92, height: 0.94 }
/** How far a lamp’s head and light reach to either side, in heights. */
const LAMP_REACH = 0.9

/** The last thing the words name: “the mug: a glass bottle instead” names the old one first. */
export function thingOf(words: string[]): string | null {
  const named = words.flatMap((word) => Object.entries(VESSEL_WORDS).find(([name]) => isFormOf(word, name))?.[1] ?? [])
  return named.at(-1) ?? null
}

interface Look {
  words: string[]
  palette: Palette
  random: Random
  /** True: with the shadow it casts where it stands. */
  shadow: boolean
}

/** The thing the words name, as large as a box allows, standing on its floor; SVG. */
export function loneThing({ words, palette, random, shadow }: Look, box: Box): string {
  const kind = thingOf(words) ?? SPARE[Math.floor(random() * SPARE.length)] ?? 'vase'
  const x = box.x + box.width / 2
  const make = (height: number) => {
    const stand = { x, foot: box.y + (box.height * (1 + ROOM.height)) / 2, height }
    return kind === 'lamp'
      ? lamp('thing', stand, palette.hero, palette.light, 1)
      : vessel('thing', kind, stand, palette.hero)
  }
  const reach = kind === 'lamp' ? LAMP_REACH : make(1).half
  const made = make(Math.min(box.height * ROOM.height, (box.width * ROOM.width) / (2 * reach)))
  const under = { cx: x, cy: box.y + box.height * 0.965, rx: made.half * 1.25, ry: made.half * 0.22 }
  const cast = shadow ? el('ellipse', { ...under, fill: 'url(#under)' }) : ''
  return el('defs', {}, made.defs + spot('under', palette.shade, 0.8)) + cast + made.shape
}
