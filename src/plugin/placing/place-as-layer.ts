import { AppError } from '#domain/app-error.ts'
import { insideInstance } from '../canvas/inside-instance.ts'
import { nodeKind } from '../canvas/node-kind.ts'
import { placeInside } from './place-inside.ts'
import { placeNextTo } from './place-next-to.ts'
import type { Picture, Placed } from './placement-way.ts'

/**
 * Shows the picture in a new layer: inside a frame, beneath its text; over a shape, in the shape's parent.
 * @throws AppError `node_inside_instance`, `layer_impossible`
 */
export function placeAsLayer(target: SceneNode, picture: Picture): Placed {
  const { name, type } = target
  if (type === 'INSTANCE' || insideInstance(target)) throw new AppError('node_inside_instance', { details: { name } })
  const { layer } = nodeKind(type)
  const ways = {
    inside: () => placeInside(target, picture),
    above: () => placeNextTo(target, picture, 'above'),
    below: () => placeNextTo(target, picture, 'below'),
    nowhere: () => {
      throw new AppError('layer_impossible', { details: { name } })
    },
  }
  return ways[layer]()
}
