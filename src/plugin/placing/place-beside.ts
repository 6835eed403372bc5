import { freeSpotBeside } from '../canvas/free-spot-beside.ts'
import { pictureLayer } from './picture-layer.ts'
import type { Picture, Placed } from './placement-way.ts'

/** Shows the picture in a new layer of the target's size, to the right of the frame the target is in. */
export function placeBeside(target: SceneNode, picture: Picture): Placed {
  const { name } = target
  const spot = freeSpotBeside(target)
  const layer = pictureLayer(picture, target, (layer) => {
    spot.parent.appendChild(layer)
    layer.x = spot.x
    layer.y = spot.y
  })
  return { node: layer, said: `Placed beside “${name}”.`, before: [{ how: 'made' }] }
}
