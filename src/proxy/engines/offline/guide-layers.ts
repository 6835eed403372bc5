import type { OverlayOptions } from 'sharp'
import type { Role } from '#domain/reference.ts'
import { picture } from '../../pixels/picture.ts'
import type { OpenedReference } from './opened-reference.ts'

interface GuideRow {
  /** Pixels of blur at a long edge of 1000. */
  blur: number
  /** 0..1 */
  strength: number
}

/** Roles that shape light and dark without being seen themselves. */
const GUIDES: Readonly<Partial<Record<Role, GuideRow>>> = {
  composition: { blur: 14, strength: 0.55 },
  material: { blur: 0, strength: 0.7 },
  style: { blur: 3, strength: 0.28 },
}

/** Light and dark of composition, material and style references, to lay softly over a scene of this size. */
export async function guideLayers(
  references: OpenedReference[],
  width: number,
  height: number,
): Promise<OverlayOptions[]> {
  const layers: OverlayOptions[] = []
  for (const { role, bytes } of references) {
    const guide = GUIDES[role]
    if (!guide) continue
    const covering = picture(bytes)
      .autoOrient()
      .flatten({ background: '#808080' })
      .resize(width, height, { fit: 'cover' })
    const grey = covering.greyscale().normalise()
    const soft = guide.blur > 0 ? grey.blur((guide.blur * Math.max(width, height)) / 1000) : grey
    const input = await soft.toColourspace('srgb').ensureAlpha(guide.strength).png({ compressionLevel: 0 }).toBuffer()
    layers.push({ input, blend: 'soft-light' })
  }
  return layers
}
