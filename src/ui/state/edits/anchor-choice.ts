import type { Anchor, Expansion } from '#domain/edits/expand-to.ts'

interface Extent {
  width: number
  height: number
}

/** The places along the side that grows, by where the original then lies. */
const PLACES = {
  x: [
    { value: '0', label: 'Left' },
    { value: '0.5', label: 'Middle' },
    { value: '1', label: 'Right' },
  ],
  y: [
    { value: '0', label: 'Top' },
    { value: '0.5', label: 'Middle' },
    { value: '1', label: 'Bottom' },
  ],
} as const

export interface AnchorChoice {
  axis: keyof Anchor
  options: readonly { value: string; label: string }[]
}

/** Where the original can lie in a larger picture of a ratio, which grows along one side only; null where it does not grow. */
export function anchorChoice(original: Extent, { canvas }: Expansion): AnchorChoice | null {
  if (canvas.width > original.width) return { axis: 'x', options: PLACES.x }
  return canvas.height > original.height ? { axis: 'y', options: PLACES.y } : null
}
