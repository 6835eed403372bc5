import { type ImageFormat, type SniffedFormat, sniffFormat } from '#domain/image.ts'
import type { Structure } from './extent.ts'
import { startWalk, type Walk, type Walking } from './walk.ts'
import { walkJpeg } from './walk-jpeg.ts'
import { walkPng } from './walk-png.ts'
import { walkWebp } from './walk-webp.ts'

/** Bytes in which every format shows itself. */
const SIGNATURE = 12

const WALKS: Record<ImageFormat, () => Walk<Structure>> = { png: walkPng, jpeg: walkJpeg, webp: walkWebp }

export interface PictureWalk {
  /** Throws AppError `image_too_large` or `image_damaged`. */
  feed(piece: Uint8Array): void
  /** By the first bytes; null when they are no picture we know, or have not come yet. */
  format(): SniffedFormat | null
  /** Null when the picture does not reach its end, and for a GIF, which is not walked. */
  end(): { found: Structure; rest: number } | null
}

/** Recognises a picture by its first bytes and follows its structure, without decoding it. */
export function walkPicture(): PictureWalk {
  let start = new Uint8Array()
  let walking: Walking<Structure> | null = null
  return {
    feed(piece) {
      if (walking) return walking.feed(piece)
      if (start.length >= SIGNATURE) return
      start = Uint8Array.from([...start, ...piece.subarray(0, SIGNATURE)])
      const format = sniffFormat(start)
      if (start.length < SIGNATURE || format === null || format === 'gif') return
      walking = startWalk(WALKS[format]())
      walking.feed(start)
      // `start` took in this much of the piece.
      walking.feed(piece.subarray(Math.min(piece.length, SIGNATURE)))
    },
    format: () => sniffFormat(start),
    end: () => walking?.end() ?? null,
  }
}
