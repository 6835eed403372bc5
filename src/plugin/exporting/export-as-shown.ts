import { AppError } from '#domain/app-error.ts'
import { nodeAndParents } from '../canvas/node-and-parents.ts'
import { withinTime } from '../canvas/within-time.ts'

const LONGEST_WAIT = 60_000

/** Pixels for a Figma unit at most: a small layer is not blown up to the edge that was asked for. */
const DENSEST = 2

/**
 * The layer as it looks, as sRGB PNG: crop, filters, rotation and children applied, shadows outside its box left out.
 * @param maxEdge longest edge, in pixels
 * @throws AppError `nothing_visible`, `figma_image_slow`
 */
export async function exportAsShown(node: SceneNode, maxEdge: number): Promise<Uint8Array> {
  const box = node.absoluteBoundingBox
  const shown = nodeAndParents(node).every(({ visible }) => visible)
  if (!shown || !box || box.width === 0 || box.height === 0) {
    throw new AppError('nothing_visible', { details: { name: node.name } })
  }
  const longest = Math.max(box.width, box.height)
  const exporting = node.exportAsync({
    format: 'PNG',
    colorProfile: 'SRGB',
    useAbsoluteBounds: true,
    constraint: {
      type: box.width >= box.height ? 'WIDTH' : 'HEIGHT',
      value: Math.max(1, Math.floor(Math.min(maxEdge, longest * DENSEST))),
    },
  })
  return withinTime(exporting, LONGEST_WAIT)
}
