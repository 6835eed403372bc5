import sharp from 'sharp'
import type { KeptMask } from '#contract/http-wire.ts'
import type { Brief } from '#domain/brief.ts'
import type { Edit } from '#domain/edits/edit.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import type { Rect } from '#domain/rect.ts'
import { sampleBrief } from './sample-brief.ts'

/** The brief of an edit of an original the proxy keeps, with a mask or without; override what the test is about. */
export function keptEdit(original: ImageInfo, mask: KeptMask | null, change: Partial<Edit> = {}): Brief {
  const { width, height } = original
  return sampleBrief({
    mode: 'edit',
    idea: 'The cushion: make it a knitted wool cushion',
    edit: {
      verb: 'change',
      original: { imageId: original.id, width, height, name: 'Photo', fill: null },
      canvas: { width, height },
      at: { x: 0, y: 0 },
      mask: mask && { imageId: mask.image.id, box: mask.box },
      whole: false,
      match: true,
      matte: '#ffffff',
      ...change,
    },
  })
}

/** A mask as the window draws it: alpha 0 in the box, where the picture may change. */
export function maskPng(canvas: Extent, box: Rect | null): Promise<Buffer> {
  const { width, height } = canvas
  const hole = box ? `M${box.x} ${box.y}v${box.height}h${box.width}v-${box.height}z` : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path shape-rendering="crispEdges" fill-rule="evenodd" d="M0 0h${width}v${height}h-${width}z${hole}"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** All bytes of the pixels as RGBA. */
export const rgbaOf = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).ensureAlpha().raw().toBuffer()

/** How many pixels of two RGBA pictures of a size differ outside a box. */
export function changedOutside(one: Buffer, other: Buffer, { width }: Extent, box: Rect): number {
  let changed = 0
  for (let at = 0; at < one.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    const isInside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
    if (!isInside && one.readUInt32LE(at) !== other.readUInt32LE(at)) changed += 1
  }
  return changed
}
