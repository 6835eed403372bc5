import type { ProxyClient } from '#client/proxy-client.ts'
import type { Affine } from '#domain/affine.ts'
import type { Original } from '#domain/edits/edit.ts'
import { alphaName, drawMask, shapeNames, turnRound } from '../../mask/draw-mask.ts'
import { coverageOf, fullStrength, solidOf } from '../../mask/full-strength.ts'
import type { Easel, Pixels, Surface } from '../../mask/surface.ts'
import type { MaskPart } from '../../state/edits/mask-part.ts'

export interface MaskStudio {
  /** A layer’s exported pixels, as a mask reads them. Throws AppError. */
  read: (bytes: Uint8Array<ArrayBuffer>) => Promise<Pixels>
  /** Keeps them under a name. */
  keep: (name: string, pixels: Pixels) => void
  /** Lets go of all pixels that none of these parts needs. */
  keepOnly: (parts: readonly MaskPart[]) => void
  /** Fetches what the parts need and is not here yet. Throws AppError. */
  fetchShapes: (parts: readonly MaskPart[], original: Original) => Promise<void>
  /** What may change, as alpha, on a surface of its own; `view` leads from the picture’s pixels to those of the surface. */
  cover: (
    parts: readonly MaskPart[],
    original: Original,
    size: { width: number; height: number },
    view: Affine,
  ) => Surface
  /** Something empty to draw on. */
  blank: (width: number, height: number) => Surface
  /** The mask as it is sent: PNG of the original’s size, alpha 0 where the picture may change. */
  encode: (parts: readonly MaskPart[], original: Original) => Promise<Uint8Array<ArrayBuffer>>
}

const AS_IT_IS: Affine = [1, 0, 0, 1, 0, 0]

/** Draws masks, and keeps the pixels of the layers they are made of while the window is open. */
export function createMaskStudio({ client, easel }: { client: () => ProxyClient; easel: Easel }): MaskStudio {
  const shapes = new Map<string, Pixels>()
  /** Of which picture each side of its own alpha is, by the names they are kept under. */
  const alphaOf = new Map<string, string>()

  const fetchOne = async (part: MaskPart, original: Original): Promise<void> => {
    if (part.kind === 'saved' && !shapes.has(part.imageId)) {
      const pixels = await easel.decode(await client().image(part.imageId))
      shapes.set(part.imageId, coverageOf(pixels, easel))
    }
    if (part.kind === 'alpha' && alphaOf.get(alphaName(part.side)) !== original.imageId) {
      const pixels = await easel.decode(await client().image(original.imageId))
      shapes.set(alphaName(part.side), part.side === 'outside' ? solidOf(pixels, easel) : pixels)
      alphaOf.set(alphaName(part.side), original.imageId)
    }
  }
  const cover: MaskStudio['cover'] = (parts, picture, { width, height }, view) => {
    const surface = easel.createSurface(width, height)
    drawMask(surface, { parts, picture, view, shapes, easel })
    return surface
  }
  return {
    read: async (bytes) => fullStrength(await easel.decode(bytes), easel),
    keep: (name, pixels) => void shapes.set(name, pixels),
    keepOnly: (parts) => {
      const needed = new Set(parts.flatMap(shapeNames))
      for (const kept of [shapes, alphaOf]) for (const name of kept.keys()) if (!needed.has(name)) kept.delete(name)
    },
    fetchShapes: async (parts, original) => {
      await Promise.all(parts.map((part) => fetchOne(part, original)))
    },
    cover,
    blank: easel.createSurface,
    encode: async (parts, original) => {
      const surface = cover(parts, original, original, AS_IT_IS)
      turnRound(surface)
      return await easel.encodePng(surface)
    },
  }
}
