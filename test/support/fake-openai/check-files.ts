import sharp, { type Metadata } from 'sharp'
import type { Edited } from './draw-edit.ts'
import type { Extent } from './extent.ts'
import type { SentCall, SentFile } from './read-call.ts'
import { type Refusal, refusal, userRefusal } from './refusal.ts'

const FORMATS = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/webp', 'webp'],
])
const SUPPORTED = "Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'."
const MAX_BYTES = 50 * 1024 ** 2
const MAX_MASK_BYTES = 4 * 1024 ** 2

export interface CheckedFiles {
  /** Pixels of the pictures of an edit. */
  references: Extent[]
  edited: Edited | null
}

/** The pictures of an edit, or why one is refused. */
export async function checkFiles({ files }: SentCall): Promise<CheckedFiles | Refusal> {
  const images = files.filter(({ field }) => field === 'image[]' || field === 'image')
  if (images.length === 0) {
    return refusal(400, 'missing_required_parameter', "Missing required parameter: 'image'.", { param: 'image' })
  }
  if (images.length > 16) {
    const text = `Invalid 'image': array too long. Expected an array with maximum length 16, but got an array with length ${images.length} instead.`
    return refusal(400, 'array_above_max_length', text, { param: 'image' })
  }
  const sizes: Extent[] = []
  for (const [i, image] of images.entries()) {
    const size = await checkImage(image, i + 1)
    if ('status' in size) return size
    sizes.push(size)
  }
  const [mask, second] = files.filter(({ field }) => field === 'mask')
  if (second) return refusal(400, 'invalid_value', "Duplicate parameter: 'mask'.", { param: 'mask' })
  if (!mask || !images[0]) return { references: sizes, edited: null }
  const edited = { image: images[0].bytes, mask: mask.bytes }
  return (await checkMask(mask, sizes[0])) ?? { references: sizes, edited }
}

async function checkImage(file: SentFile, place: number): Promise<Extent | Refusal> {
  const format = FORMATS.get(file.type)
  if (!format) {
    const text = `Invalid file 'image': unsupported mimetype ('${file.type}'). ${SUPPORTED}`
    return refusal(400, 'unsupported_file_mimetype', text, { param: 'image' })
  }
  if (file.name === '' || file.name === 'blob')
    return refusal(400, null, 'A file part has no name.', { param: 'image' })
  if (file.bytes.length >= MAX_BYTES)
    return refusal(400, 'file_too_large', 'An image must be under 50MB.', { param: 'image' })
  const seen = await metadata(file)
  if (seen?.format !== format || seen.space === 'cmyk' || seen.isPalette) {
    const text = `Invalid image file or mode for image ${place}, please check your image file.`
    return userRefusal('invalid_image_file', text)
  }
  return { width: seen.width, height: seen.height }
}

async function checkMask(file: SentFile, first: Extent | undefined): Promise<Refusal | undefined> {
  const bad = (why: string) => userRefusal('invalid_mask_image_format', `Invalid mask image format - ${why}`)
  const seen = await metadata(file)
  if (file.type !== 'image/png' || seen?.format !== 'png') return bad('mask is not a PNG')
  if (file.name === '' || file.name === 'blob') return bad('mask has no file name')
  if (file.bytes.length >= MAX_MASK_BYTES) return bad('mask must be less than 4MB')
  if (seen.width !== first?.width || seen.height !== first.height) return bad('mask size does not match image size')
  return seen.hasAlpha ? undefined : bad('mask image missing alpha channel')
}

/** Decodes the whole picture: a header alone does not show damage. */
async function metadata({ bytes }: SentFile): Promise<Metadata | null> {
  try {
    await sharp(bytes, { failOn: 'truncated' }).stats()
    return await sharp(bytes).metadata()
  } catch {
    return null
  }
}
