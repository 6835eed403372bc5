import type { Sharp } from 'sharp'
import type { ImageMeasures } from '#domain/image-measures.ts'
import { decoding } from './decoding.ts'
import { inBands } from './in-bands.ts'
import { chooseKeys } from './measure/choose-keys.ts'
import { isMostlyText } from './measure/is-mostly-text.ts'
import { isUpscaled } from './measure/is-upscaled.ts'
import type { Pixels } from './measure/pixels.ts'
import { picture } from './picture.ts'

/** Pixels. Of larger pictures only a reduced copy and the middle are held. */
const HELD = 8_000_000

/** Longest edge, in pixels, of a reduced copy, of the middle, and of a page that is searched for lettering. */
const REDUCED = 2000
const MIDDLE = 2000
const PAGE = 1200

/** Measures a kept picture. Throws AppError `image_damaged`. */
export async function measureImage(bytes: Uint8Array): Promise<ImageMeasures> {
  return await decoding(measure(bytes))
}

async function measure(bytes: Uint8Array): Promise<ImageMeasures> {
  const { width, height } = (await picture(bytes).metadata()).autoOrient
  const open = () => picture(bytes).autoOrient().toColourspace('srgb').ensureAlpha()
  const small = width * height <= HELD
  const all = await pixelsOf(small ? open() : open().resize(inside(REDUCED)))
  const own = small ? all : await pixelsOf(open().extract(middleOf(width, height)))
  return {
    width,
    height,
    hasAlpha: await hasAlpha(all),
    upscaled: await isUpscaled(own),
    mostlyText: (await isMostlyText(await page(all))) || (!small && (await isMostlyText(own))),
    keys: chooseKeys(all),
  }
}

const inside = (edge: number) =>
  ({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true, kernel: 'linear' }) as const

const middleOf = (fullWidth: number, fullHeight: number) => {
  const width = Math.min(fullWidth, MIDDLE)
  const height = Math.min(fullHeight, MIDDLE)
  return { left: (fullWidth - width) >> 1, top: (fullHeight - height) >> 1, width, height }
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width: info.width, height: info.height }
}

async function page(pixels: Pixels): Promise<Pixels> {
  const { rgba, width, height } = pixels
  if (Math.max(width, height) <= PAGE) return pixels
  return await pixelsOf(picture(rgba, { raw: { width, height, channels: 4 } }).resize(inside(PAGE)))
}

/** One pixel that is not opaque is enough. */
async function hasAlpha(pixels: Pixels): Promise<boolean> {
  let found = false
  await inBands(pixels, (first, end) => {
    found ||= isAnyClear(pixels.rgba, first * pixels.width * 4, end * pixels.width * 4)
  })
  return found
}

function isAnyClear(rgba: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 3; at < end; at += 4) if (rgba[at] !== 255) return true
  return false
}
