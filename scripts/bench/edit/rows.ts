import { planWindow } from '#domain/edits/plan-window.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { DEFAULT_MODEL_ID, findModel } from '#domain/models.ts'
import type { Rect } from '#domain/rect.ts'

export const ORIGINAL: Extent = { width: 3000, height: 2000 }
/** What a model draws of all of it. */
const WHOLE: Extent = { width: 1536, height: 1024 }

export interface Row {
  name: string
  /** The ellipse that may change, by its box. */
  box: Rect
  window: Rect
  /** Pixels of the model’s picture. */
  size: Extent
}

/** Boxes by their share of the picture’s edges. */
const MASKS = { small: 0.1, medium: 0.35, large: 0.85 }

const boxOf = (share: number): Rect => {
  const width = Math.round(ORIGINAL.width * share)
  const height = Math.round(ORIGINAL.height * share)
  return {
    x: Math.round((ORIGINAL.width - width) * 0.4),
    y: Math.round((ORIGINAL.height - height) * 0.6),
    width,
    height,
  }
}

const planned = (name: string, box: Rect): Row => {
  const question = {
    canvas: ORIGINAL,
    box,
    model: findModel(DEFAULT_MODEL_ID),
    quality: 'medium',
    whole: false,
  } as const
  const { window, size } = planWindow(question)
  return { name: `${name} mask, window by plan`, box, window, size }
}

/** Three masks, each with all of the picture sent and with the window that would be. */
export const ROWS: readonly Row[] = Object.entries(MASKS).flatMap(([name, share]) => {
  const box = boxOf(share)
  return [
    { name: `${name} mask, whole picture`, box, window: { x: 0, y: 0, ...ORIGINAL }, size: WHOLE },
    planned(name, box),
  ]
})
