import type { Sides } from '#domain/edits/expand-by.ts'
import type { Anchor } from '#domain/edits/expand-to.ts'

/** Ratios to expand to, beside that of a frame. One row per ratio. */
export const RATIOS = {
  '16:9': { width: 16, height: 9 },
  '4:3': { width: 4, height: 3 },
  '1:1': { width: 1, height: 1 },
  '4:5': { width: 4, height: 5 },
  '9:16': { width: 9, height: 16 },
} as const
export type RatioId = keyof typeof RATIOS

/** `frame`: to the ratio of the frame the picture is for; `sides`: by pixels on each side. */
export type ExpandTo = 'frame' | RatioId | 'sides'

/** How the designer wants a picture expanded. */
export interface ExpandState {
  to: ExpandTo
  /** Where the original lies in the larger picture. */
  anchor: Anchor
  /** Pixels of the original. */
  sides: Sides
}

export const DEFAULT_EXPAND: ExpandState = {
  to: 'frame',
  anchor: { x: 0.5, y: 0.5 },
  sides: { top: 0, right: 0, bottom: 0, left: 0 },
}
