import { isExpanded } from '#domain/edits/edit.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { inBands } from '../in-bands.ts'
import { picture } from '../picture.ts'
import { changingArea } from './changing-area.ts'
import { type Cut, from, visibleOf } from './places.ts'

/** Keeps even noise small, and takes a third of the time of the levels above. */
const LEVEL = 4
/** Where a pixel is made of many, this share of them (of 255) frees it; thin strokes would be lost at one half. */
const ENOUGH = 64

/**
 * The mask of the window as the model takes it: a PNG of `size`, alpha 0 where it may change something. What lies outside the
 * canvas is protected. Null when everything may change. The image API takes masks under 4 MB: the worst noise of the largest
 * size it draws has 2.4.
 */
export async function cutMask(mask: Uint8Array | null, cut: Cut, size: Extent): Promise<Uint8Array | null> {
  if (!mask && !isExpanded(cut)) return null
  return await encode(await freeInWindow(mask, cut, size), size)
}

async function freeInWindow(mask: Uint8Array | null, cut: Cut, { width, height }: Extent): Promise<Uint8Array> {
  const { window } = cut
  const visible = visibleOf(cut)
  const area = await changingArea(mask, cut, visible)
  const { x, y } = from(window, area)
  const raw = { width: area.width, height: area.height, channels: 1 as const }
  const right = window.width - x - area.width
  const bottom = window.height - y - area.height
  const whole = await picture(area.free, { raw })
    .extend({ left: x, top: y, right, bottom, background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .extractChannel(0)
    .raw()
    .toBuffer()
  if (window.width === width && window.height === height) return whole
  return await picture(whole, { raw: { width: window.width, height: window.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .extractChannel(0)
    .raw()
    .toBuffer()
}

async function encode(free: Uint8Array, { width, height }: Extent): Promise<Uint8Array> {
  // What is smaller than a pixel still has to be free somewhere.
  let most = 0
  await inBands({ width, height }, (first, end) => {
    for (let at = first * width; at < end * width; at++) most = Math.max(most, free[at] ?? 0)
  })
  const least = Math.max(1, Math.min(ENOUGH, most))
  const rgba = Buffer.alloc(width * height * 4)
  await inBands({ width, height }, (first, end) => {
    for (let at = first * width; at < end * width; at++) rgba[at * 4 + 3] = (free[at] ?? 0) >= least ? 0 : 255
  })
  return await picture(rgba, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: LEVEL, palette: false })
    .toBuffer()
}
