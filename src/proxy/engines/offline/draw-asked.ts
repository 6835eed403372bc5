import type { Request } from '#domain/request.ts'
import { drawCutout } from './cutout/draw-cutout.ts'
import { keyOf } from './cutout/key-of.ts'
import { type Drawn, drawPicture } from './draw-picture.ts'
import { editPicture } from './edit/edit-picture.ts'
import type { OpenedReference } from './opened-reference.ts'

/**
 * One picture of a request: an edit of its first reference when that is the original, a subject alone when the prompt asks for
 * a backdrop, else a new picture. The same request and index always give the same pixels.
 */
export async function drawAsked(
  request: Request,
  references: OpenedReference[],
  mask: Uint8Array | null,
  index: number,
): Promise<Drawn> {
  const [first, ...others] = references
  if (first?.role === 'original') return await editPicture(request, [first, ...others], mask, index)
  const key = keyOf(request)
  if (key !== null) return await drawCutout(request, references, key, index)
  return await drawPicture(request, references, index)
}
