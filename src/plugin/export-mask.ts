import { type Affine, apply, multiply, scaling, translation } from '#domain/affine.ts'
import { AppError } from '#domain/app-error.ts'
import { figmaFailure } from './canvas/figma-failure.ts'
import { findNode } from './canvas/find-node.ts'
import { nodeAndParents } from './canvas/node-and-parents.ts'
import { withinTime } from './canvas/within-time.ts'
import { pageToPicture, type ShownPicture } from './exporting/page-to-picture.ts'
import { pngSize } from './exporting/png-size.ts'

const LONGEST_WAIT = 60_000

/** Pixels; Figma makes larger exports slowly or not at all. */
const LONGEST_EDGE = 4096
/** Exported pixels for a pixel of the picture, so that what Figma rounds is less than one of these. */
const DENSITY = 2

interface MaskParams {
  /** The layer over the picture. */
  nodeId: string
  picture: ShownPicture
}

/** A layer with its alpha as sRGB PNG, and from its pixels to those of the picture. */
interface ExportedMask {
  bytes: Uint8Array
  name: string
  toPicture: Affine
}

/**
 * A layer that lies over a picture, drawn alone: strokes and all that is in it, turned and flipped as on the page.
 * @throws AppError `mask_layer_removed`, `mask_outside`, `nothing_visible`, `node_removed` and `image_replaced` for the
 * picture, `fill_tiled`, `figma_image_slow`
 */
export async function exportMask({ nodeId, picture }: MaskParams): Promise<ExportedMask> {
  const layer = await findLayer(nodeId)
  const { name } = layer
  try {
    const toPicture = pageToPicture(await findNode(picture.nodeId), picture)
    const box = inkOf(layer)
    if (!meets(box, toPicture, picture)) throw new AppError('mask_outside')
    const exporting = layer.exportAsync({
      format: 'PNG',
      colorProfile: 'SRGB',
      contentsOnly: true,
      constraint: { type: 'SCALE', value: exportScale(box, toPicture) },
    })
    const bytes = await withinTime(exporting, LONGEST_WAIT)
    // Figma rounds to whole pixels, so that the scale of the file is not quite the one that was asked for.
    const size = pngSize(bytes)
    if (!size) throw new AppError('nothing_visible', { details: { name } })
    const toPage = multiply(translation(box.x, box.y), scaling(box.width / size.width, box.height / size.height))
    return { bytes, name, toPicture: multiply(toPicture, toPage) }
  } catch (error) {
    throw layer.removed ? new AppError('mask_layer_removed', { cause: error }) : figmaFailure(error, name)
  }
}

async function findLayer(nodeId: string): Promise<SceneNode> {
  try {
    return await findNode(nodeId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'node_removed') throw new AppError('mask_layer_removed')
    throw error
  }
}

/** The upright box on the page around all that the layer draws, which is what an export of it shows. */
function inkOf(layer: SceneNode): Rect {
  const ink = 'absoluteRenderBounds' in layer ? layer.absoluteRenderBounds : null
  const box = ink ?? layer.absoluteBoundingBox
  const shown = nodeAndParents(layer).every(({ visible }) => visible)
  if (!shown || !box || box.width === 0 || box.height === 0) {
    throw new AppError('nothing_visible', { details: { name: layer.name } })
  }
  return box
}

/** Whether the box, upright in the picture’s pixels, meets the picture. */
function meets({ x, y, width, height }: Rect, toPicture: Affine, picture: ShownPicture): boolean {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => apply(toPicture, corner))
  const across = corners.map((corner) => corner.x)
  const along = corners.map((corner) => corner.y)
  const inside = Math.max(...across) > 0 && Math.max(...along) > 0
  return inside && Math.min(...across) < picture.width && Math.min(...along) < picture.height
}

/** Exported pixels for a unit of the page; the longest edge comes out whole, so that rounding hardly moves anything. */
function exportScale({ width, height }: Rect, [a, b, c, d]: Affine): number {
  const longest = Math.max(width, height)
  const wanted = longest * DENSITY * Math.max(Math.hypot(a, b), Math.hypot(c, d))
  return Math.min(LONGEST_EDGE, Math.max(1, Math.ceil(wanted))) / longest
}
