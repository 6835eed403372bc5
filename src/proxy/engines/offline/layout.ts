import type { Box } from './box.ts'
import { quietBoxes } from './quiet-boxes.ts'

/** The side of the picture that stays quiet, for words that are set over it. */
export type CalmSide = 'left' | 'right' | 'top' | 'bottom'

export interface Layout {
  /** The part of the picture that stays visible; all of it unless the prompt names a band. */
  visible: Box
  calm: CalmSide | null
  /** Where the subject stands. */
  focal: Box
  /** Where words are set. */
  words: Box
  /** Where something stands in front. */
  quiet: Box[]
}

const ROOM = '(?:space|room|area|side|empty|calm|blank|clear|free|uncluttered)'
const SIDE = '(left|right|top|bottom|above|below|upper|lower)'
const SIDES: Readonly<Record<string, CalmSide>> = {
  left: 'left',
  right: 'right',
  top: 'top',
  above: 'top',
  upper: 'top',
  bottom: 'bottom',
  below: 'bottom',
  lower: 'bottom',
}

function calmSide(prompt: string): CalmSide | null {
  const found =
    new RegExp(`\\b${ROOM}\\b[^.,;\\n]{0,30}?\\b${SIDE}\\b`, 'i').exec(prompt) ??
    new RegExp(`\\b${SIDE}\\b[^.,;\\n]{0,30}?\\b${ROOM}\\b`, 'i').exec(prompt)
  return SIDES[found?.[1]?.toLowerCase() ?? ''] ?? null
}

const BAND = /^Crop: Only the (horizontal|vertical) band from (\d+)% to (\d+)%/m

function visibleBox(prompt: string, width: number, height: number): Box {
  const found = BAND.exec(prompt)
  const [from, to] = [Number(found?.[2]) / 100, Number(found?.[3]) / 100]
  if (!found || !(to > from)) return { x: 0, y: 0, width, height }
  return found[1] === 'horizontal'
    ? { x: 0, y: height * from, width, height: height * (to - from) }
    : { x: width * from, y: 0, width: width * (to - from), height }
}

/** Shares of the visible box: x, y, width, height. */
type Shares = [number, number, number, number]

const PLACES: Readonly<Record<CalmSide | 'none', { focal: Shares; words: Shares }>> = {
  left: { focal: [0.5, 0.14, 0.44, 0.72], words: [0.06, 0.16, 0.4, 0.66] },
  right: { focal: [0.06, 0.14, 0.44, 0.72], words: [0.54, 0.16, 0.4, 0.66] },
  top: { focal: [0.16, 0.4, 0.68, 0.5], words: [0.08, 0.07, 0.84, 0.28] },
  bottom: { focal: [0.16, 0.1, 0.68, 0.5], words: [0.08, 0.66, 0.84, 0.26] },
  none: { focal: [0.22, 0.14, 0.56, 0.72], words: [0.08, 0.66, 0.84, 0.26] },
}

const place = (box: Box, [x, y, width, height]: Shares): Box => ({
  x: box.x + x * box.width,
  y: box.y + y * box.height,
  width: width * box.width,
  height: height * box.height,
})

const covered = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** The side to leave calm so that least of the subject is hidden behind what stands in front. */
function sideBehind(quiet: Box[], visible: Box): CalmSide | null {
  const hidden = (side: CalmSide | 'none') => {
    const focal = place(visible, PLACES[side].focal)
    return quiet.reduce((sum, box) => sum + covered(focal, box), 0) / (focal.width * focal.height)
  }
  const [best] = (['none', 'left', 'right', 'top', 'bottom'] as const).toSorted((a, b) => hidden(a) - hidden(b))
  return best === 'none' ? null : (best ?? null)
}

/** Where things go in a picture of this size: what the prompt says, else room beside or above for words there are. */
export function planLayout(prompt: string, width: number, height: number, hasWords: boolean): Layout {
  const visible = visibleBox(prompt, width, height)
  const asked = calmSide(prompt)
  const quiet = quietBoxes(prompt, width, height)
  const usual = quiet.length > 0 ? sideBehind(quiet, visible) : null
  const calm = asked ?? usual ?? (hasWords ? (visible.width > visible.height * 1.2 ? 'left' : 'top') : null)
  const places = PLACES[calm ?? 'none']
  return { visible, calm, focal: place(visible, places.focal), words: place(visible, places.words), quiet }
}
