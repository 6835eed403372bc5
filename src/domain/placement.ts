import { z } from 'zod'

interface PlacementRow {
  label: string
  hint: string
}

/** Where a result can go. One row per way. */
export const PLACEMENTS = {
  replace: { label: 'Replace', hint: 'In place of the picture that was edited; its crop and effects stay' },
  fill: { label: 'Fill', hint: 'As the frame’s image fill, over the fills it has' },
  layer: { label: 'Layer', hint: 'As a new layer inside the frame, beneath its text' },
  beside: { label: 'Beside', hint: 'As a new layer next to the frame' },
} as const satisfies Record<string, PlacementRow>

export type Placement = keyof typeof PLACEMENTS
export const placementSchema = z.enum(Object.keys(PLACEMENTS) as [Placement, ...Placement[]])

interface Size {
  width: number
  height: number
}

/** Figma's 2×3 image transform: maps the node's unit square to the image's unit square. */
export type ImageTransform = [[number, number, number], [number, number, number]]

/**
 * The crop that fills a node with an image, centred, without distorting it.
 * @param image pixels
 * @param node Figma units, as the node is now (it may have been resized since the plan was made)
 */
export function coverTransform(image: Size, node: Size): ImageTransform {
  const imageRatio = image.width / image.height
  const nodeRatio = node.width / node.height
  const width = Math.min(1, nodeRatio / imageRatio)
  const height = Math.min(1, imageRatio / nodeRatio)
  return [
    [width, 0, (1 - width) / 2],
    [0, height, (1 - height) / 2],
  ]
}
