import { AppError } from '#domain/app-error.ts'
import { insertOutOfFlow } from '../canvas/insert-out-of-flow.ts'
import { textIndex } from '../canvas/text-index.ts'
import { pictureLayer } from './picture-layer.ts'
import type { Picture, Placed } from './placement-way.ts'

/** Puts a new layer into a frame, section or group: over all of it, beneath the first layer that shows text. */
export function placeInside(target: SceneNode, picture: Picture): Placed {
  const { name } = target
  if (!('insertChild' in target)) throw new AppError('layer_impossible', { details: { name } })
  const index = textIndex(target.children)
  const onTop = index === target.children.length
  // Read now: a group's box grows to take in the new layer before that one is in its place.
  const { relativeTransform } = target
  const layer = pictureLayer(picture, target, (layer) => {
    insertOutOfFlow(target, index, layer)
    if (target.type === 'GROUP') {
      // A group has no space of its own: its children stand where the group stands, in the space around it.
      layer.relativeTransform = relativeTransform
      return
    }
    layer.x = 0
    layer.y = 0
    if ('layoutMode' in target) layer.constraints = { horizontal: 'STRETCH', vertical: 'STRETCH' }
  })
  const where = onTop ? '' : ', beneath its text'
  return { node: layer, said: `Placed as a new layer in “${name}”${where}.`, before: [{ how: 'made' }] }
}
