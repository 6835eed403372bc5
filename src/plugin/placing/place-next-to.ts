import { AppError } from '#domain/app-error.ts'
import { insertOutOfFlow } from '../canvas/insert-out-of-flow.ts'
import { pictureLayer } from './picture-layer.ts'
import type { Picture, Placed } from './placement-way.ts'

/** Layers without a space of their own, whose look a new child would change. */
const CLOSED: NodeType[] = ['BOOLEAN_OPERATION', 'TRANSFORM_GROUP']

/** Puts a new layer right above or below a shape in the order of its parent, over the same place and turned alike. */
export function placeNextTo(target: SceneNode, picture: Picture, side: 'above' | 'below'): Placed {
  const { name, relativeTransform } = target
  let neighbour: BaseNode = target
  while (neighbour.parent && CLOSED.includes(neighbour.parent.type)) neighbour = neighbour.parent
  const { parent } = neighbour
  if (!parent) throw new AppError('node_removed')
  const at = parent.children.findIndex(({ id }) => id === neighbour.id)
  const layer = pictureLayer(picture, target, (layer) => {
    insertOutOfFlow(parent, side === 'above' ? at + 1 : at, layer)
    layer.relativeTransform = relativeTransform
    if ('constraints' in target) layer.constraints = target.constraints
  })
  return { node: layer, said: `Placed as a new layer ${side} “${name}”.`, before: [{ how: 'made' }] }
}
