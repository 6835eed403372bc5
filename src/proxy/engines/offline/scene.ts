import type { Box } from './box.ts'
import type { CalmSide } from './layout.ts'
import type { Palette } from './palette.ts'
import type { Random } from './random.ts'

/** Everything a scene knows. Lengths are pixels of the finished picture. */
export interface SceneSpace {
  width: number
  height: number
  /** The shorter edge: sizes of things are shares of it. */
  unit: number
  palette: Palette
  random: Random
  /** How much there is to see: 1 for a draft, 3 for a final picture. */
  detail: number
  focal: Box
  calm: CalmSide | null
  /** Lower-case words that describe the picture. */
  words: string[]
  /** False when a reference is the subject, so that nothing stands in its place. */
  drawHero: boolean
}

/** SVG fragments. The backdrop is left out when the background is to be transparent. */
export interface Scene {
  defs: string
  backdrop: string
  objects: string
}
