import { AppError } from '#domain/app-error.ts'
import { sniffFormat } from '#domain/image.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import type { Rect } from '#domain/rect.ts'
import { decoding } from '../decoding.ts'
import { inBands } from '../in-bands.ts'
import { picture } from '../picture.ts'
import { bitmapRowBytes, writeBitmapPng } from './write-bitmap-png.ts'

export interface PreparedMask {
  /** Alpha 0 where the picture may change, 255 elsewhere. */
  png: Uint8Array
  /** The smallest box around all that may change, in pixels. */
  box: Rect
  /** How much of the picture may change, over 0 and under 1. */
  share: number
}

/** Levels under this say that the picture may change. */
const HALF = 128

/**
 * A mask as the proxy keeps it: one bit a pixel, so that the same mask always has the same bytes. With alpha, the picture may
 * change where it is under 128; without alpha, or where all of it is opaque, where it is darker than that. A black picture
 * without a hole frees nothing.
 * Throws AppError `mask_not_png`, `mask_size`, `mask_empty`, `mask_everything`, `image_damaged`.
 */
export async function prepareMask(bytes: Uint8Array, size: Extent): Promise<PreparedMask> {
  if (sniffFormat(bytes) !== 'png') throw new AppError('mask_not_png')
  const { width, height, hasAlpha } = await decoding(picture(bytes).metadata())
  if (width !== size.width || height !== size.height) {
    const wanted = `${size.width} × ${size.height}`
    throw new AppError('mask_size', { details: { width, height, wanted } })
  }
  const alpha = hasAlpha ? await decoding(alphaOf(bytes)) : null
  const opaque = alpha !== null && (await isOpaque(alpha, size))
  const levels = alpha && !opaque ? alpha : await decoding(brightnessOf(bytes))
  const { rows, box, count } = await pack(levels, size)
  if (count === 0 || (opaque && count === width * height)) throw new AppError('mask_empty')
  if (count === width * height) throw new AppError('mask_everything')
  return { png: await writeBitmapPng(rows, size), box, share: count / (width * height) }
}

async function alphaOf(bytes: Uint8Array): Promise<Uint8Array> {
  return await picture(bytes).toColourspace('srgb').extractChannel('alpha').raw({ depth: 'uchar' }).toBuffer()
}

async function brightnessOf(bytes: Uint8Array): Promise<Uint8Array> {
  return await picture(bytes).removeAlpha().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer()
}

async function isOpaque(alpha: Uint8Array, size: Extent): Promise<boolean> {
  let least = 255
  await inBands(size, (first, end) => {
    for (let at = first * size.width; at < end * size.width; at++) least = Math.min(least, alpha[at] ?? 0)
  })
  return least === 255
}

async function pack(levels: Uint8Array, size: Extent): Promise<{ rows: Uint8Array; box: Rect; count: number }> {
  const { width, height } = size
  const rowBytes = bitmapRowBytes(width)
  const rows = new Uint8Array(rowBytes * height)
  let count = 0
  let [left, top, right, bottom] = [width, height, -1, -1]
  await inBands(size, (first, end) => {
    for (let y = first; y < end; y++) {
      const before = count
      for (let x = 0; x < width; x++) {
        if ((levels[y * width + x] ?? 0) >= HALF) {
          const at = y * rowBytes + 1 + (x >> 3)
          rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
          continue
        }
        count += 1
        if (x < left) left = x
        if (x > right) right = x
      }
      if (count === before) continue
      if (y < top) top = y
      bottom = y
    }
  })
  return { rows, count, box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 } }
}
