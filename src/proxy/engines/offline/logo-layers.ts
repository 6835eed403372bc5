import type { OverlayOptions } from 'sharp'
import { picture } from '../../pixels/picture.ts'
import type { Box } from './box.ts'
import type { OpenedReference } from './opened-reference.ts'

/** Logos along the upper edge from its left corner, undistorted. */
export async function logoLayers(logos: OpenedReference[], visible: Box): Promise<OverlayOptions[]> {
  const unit = Math.min(visible.width, visible.height)
  const margin = unit * 0.05
  const layers: OverlayOptions[] = []
  let left = visible.x + margin
  for (const { bytes, found } of logos) {
    const scale = Math.min((unit * 0.26) / found.width, (unit * 0.11) / found.height)
    const [width, height] = [
      Math.max(1, Math.round(found.width * scale)),
      Math.max(1, Math.round(found.height * scale)),
    ]
    if (left + width > visible.x + visible.width) break
    const fitted = picture(bytes)
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .resize(width, height, { fit: 'fill' })
    layers.push({ input: await fitted.png().toBuffer(), left: Math.round(left), top: Math.round(visible.y + margin) })
    left += width + margin * 0.6
  }
  return layers
}
