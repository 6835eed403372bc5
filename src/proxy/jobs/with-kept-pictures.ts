import { AppError } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import type { Edit, Mask } from '#domain/edits/edit.ts'
import { MODES } from '#domain/mode.ts'
import type { ImageStore } from '../image-store/image-store.ts'

type Kept = Pick<ImageStore, 'info' | 'maskBox'>

/**
 * A brief whose pictures are as the proxy knows them: they decide the price and what is protected, so nobody else's word
 * counts.
 * @throws AppError image_missing, mask_size; request_invalid for an original of another size, a mask that never was one
 */
export async function withKeptPictures(images: Kept, memberId: string, brief: Brief): Promise<Brief> {
  const references = []
  for (const reference of brief.references) {
    const { width, height } = await images.info(memberId, reference.imageId)
    references.push({ ...reference, width, height })
  }
  const edit = MODES[brief.mode].from === 'original' ? brief.edit : null
  return { ...brief, references, edit: edit && (await keptEdit(images, memberId, edit)) }
}

async function keptEdit(images: Kept, memberId: string, edit: Edit): Promise<Edit> {
  const { original, mask } = edit
  const { width, height } = await images.info(memberId, original.imageId)
  // All that was seen of the edit, its canvas and its mask, was about another picture.
  if (width !== original.width || height !== original.height)
    throw new AppError('request_invalid', { details: { where: 'brief.edit.original' } })
  return { ...edit, mask: mask && (await keptMask(images, memberId, mask, edit.canvas)) }
}

async function keptMask(images: Kept, memberId: string, mask: Mask, canvas: Edit['canvas']): Promise<Mask> {
  const { width, height } = await images.info(memberId, mask.imageId)
  if (width !== canvas.width || height !== canvas.height) {
    const wanted = `${canvas.width} × ${canvas.height}`
    throw new AppError('mask_size', { details: { width, height, wanted } })
  }
  const box = await images.maskBox(memberId, mask.imageId)
  // Nobody kept it as a mask; whether it covers anything was never looked at.
  if (!box) throw new AppError('request_invalid', { details: { where: 'brief.edit.mask' } })
  return { ...mask, box }
}
