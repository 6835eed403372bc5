import type { Extent } from '../legal-sizes.ts'

/** Where the original lies in the larger picture: 0 is left or top, 0.5 the middle, 1 right or bottom. */
export interface Anchor {
  readonly x: number
  readonly y: number
}

export interface Expansion {
  /** Pixels of the larger picture. */
  readonly canvas: Extent
  /** Where the original's top left corner lies in it, in pixels. */
  readonly at: { readonly x: number; readonly y: number }
}

const MIDDLE: Anchor = { x: 0.5, y: 0.5 }

/**
 * The smallest picture of a ratio that holds the original, whose own pixels are never scaled. Whole pixels: the ratio is met
 * within one pixel.
 * @param ratio two numbers of any unit, such as a frame's width and height
 */
export function expandTo(original: Extent, ratio: Extent, anchor: Anchor = MIDDLE): Expansion {
  const canvas = {
    width: Math.max(original.width, Math.round((original.height * ratio.width) / ratio.height)),
    height: Math.max(original.height, Math.round((original.width * ratio.height) / ratio.width)),
  }
  return {
    canvas,
    at: {
      x: Math.round((canvas.width - original.width) * anchor.x),
      y: Math.round((canvas.height - original.height) * anchor.y),
    },
  }
}
