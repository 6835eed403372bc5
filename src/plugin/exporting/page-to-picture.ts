import { type Affine, fromFigma, invert, multiply, scaling, translation } from '#domain/affine.ts'
import { AppError } from '#domain/app-error.ts'
import type { FillPlace } from '#domain/edits/edit.ts'
import { pictureTransform } from '#domain/picture-transform.ts'
import { readFills } from '../canvas/read-fills.ts'

/** A picture on the canvas. */
export interface ShownPicture {
  nodeId: string
  /** The fill that shows it; null when it is the layer as it looks. */
  fill: FillPlace | null
  /** Pixels. */
  width: number
  height: number
}

/**
 * From the page to the pixels of the picture that a layer shows.
 * @throws AppError `image_replaced`, `fill_tiled`, `nothing_visible` for a layer without any extent
 */
export function pageToPicture(node: SceneNode, picture: ShownPicture): Affine {
  const transform = picture.fill ? throughFill(node, picture, picture.fill) : throughBox(node, picture)
  if (!transform?.every(Number.isFinite)) throw new AppError('nothing_visible', { details: { name: node.name } })
  return transform
}

function throughFill(node: SceneNode, picture: ShownPicture, fill: FillPlace): Affine | null {
  const { name, width, height, absoluteTransform } = node
  const { scaleMode, imageTransform, rotation } = findPaint(node, fill)
  const toPicture = pictureTransform({ scaleMode, imageTransform, rotation, node: { name, width, height }, picture })
  const toNode = invert(fromFigma(absoluteTransform))
  return toNode && multiply(toPicture, toNode)
}

/** The fill that still shows the image: at its old index, else wherever it is now. */
function findPaint(node: SceneNode, { index, imageHash }: FillPlace): ImagePaint {
  const fills = readFills(node) ?? []
  const found = [fills[index], ...fills].find((paint) => paint?.type === 'IMAGE' && paint.imageHash === imageHash)
  if (found?.type !== 'IMAGE') throw new AppError('image_replaced', { details: { name: node.name } })
  return found
}

/** A layer as it looks is exported with its upright box. */
function throughBox({ absoluteBoundingBox: box }: SceneNode, { width, height }: ShownPicture): Affine | null {
  return box && multiply(scaling(width / box.width, height / box.height), translation(-box.x, -box.y))
}
