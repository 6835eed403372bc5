import { imagePaint } from './image-paint.ts'
import type { Picture } from './placement-way.ts'

/**
 * A new rectangle of this size that shows the picture. When `put` cannot put it where it belongs, no trace is left.
 * @param size Figma units
 */
export function pictureLayer(
  picture: Picture,
  size: { width: number; height: number },
  put: (layer: RectangleNode) => void,
): RectangleNode {
  const { width, height } = size
  const layer = figma.createRectangle()
  try {
    layer.name = picture.layerName
    layer.resize(width, height)
    layer.fills = [imagePaint(picture, { width, height })]
    put(layer)
  } catch (error) {
    layer.remove()
    throw error
  }
  return layer
}
