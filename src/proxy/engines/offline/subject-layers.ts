import type { OverlayOptions } from 'sharp'
import { picture } from '../../pixels/picture.ts'
import type { Box } from './box.ts'
import type { OpenedReference } from './opened-reference.ts'
import { el, spot } from './svg.ts'

interface Placed {
  left: number
  top: number
  width: number
  height: number
}

/** As large as the slot allows with the picture's own ratio; a cut-out stands on the floor, a photo hangs in the middle. */
function fitIn(slot: Box, { found }: OpenedReference): Placed {
  const scale = Math.min(slot.width / found.width, slot.height / found.height)
  const width = Math.max(1, Math.round(found.width * scale))
  const height = Math.max(1, Math.round(found.height * scale))
  const free = slot.height - height
  return {
    left: Math.round(slot.x + (slot.width - width) / 2),
    top: Math.round(slot.y + (found.hasAlpha ? free : free / 2)),
    width,
    height,
  }
}

const frame = (width: number, height: number, body: string): Buffer =>
  Buffer.from(el('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height }, body))

/** An edge that fades out, for a photo that has no outline of its own. */
async function softEdge(width: number, height: number): Promise<Buffer> {
  const [w, h] = [Math.max(1, Math.round(width / 8)), Math.max(1, Math.round(height / 8))]
  const edge = Math.min(w, h) * 0.045
  const box = { x: edge * 2, y: edge * 2, width: w - edge * 4, height: h - edge * 4, rx: edge * 2.5 }
  const small = picture(frame(w, h, el('rect', { ...box, fill: '#ffffff' })))
    .ensureAlpha()
    .blur(Math.max(0.4, edge))
  const mask = picture(await small.png().toBuffer()).resize(width, height, { fit: 'fill', kernel: 'cubic' })
  return await mask.png({ compressionLevel: 0 }).toBuffer()
}

function shadow({ left, top, width, height }: Placed, colour: string): OverlayOptions {
  const [w, h] = [Math.round(width * 1.4), Math.max(8, Math.round(width * 0.3))]
  const ellipse = { cx: w / 2, cy: h / 2, rx: w / 2, ry: h / 2, fill: 'url(#shadow)' }
  const svg = frame(w, h, spot('shadow', colour, 0.85) + el('ellipse', ellipse))
  return { input: svg, left: Math.round(left + width / 2 - w / 2), top: Math.round(top + height - h * 0.56) }
}

async function layersOf(reference: OpenedReference, slot: Box, shade: string | null): Promise<OverlayOptions[]> {
  const placed = fitIn(slot, reference)
  const { left, top, width, height } = placed
  const fitted = picture(reference.bytes)
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .resize(width, height, { fit: 'fill' })
  if (reference.found.hasAlpha) {
    const own: OverlayOptions = { input: await fitted.png({ compressionLevel: 0 }).toBuffer(), left, top }
    return shade === null ? [own] : [shadow(placed, shade), own]
  }
  const soft = fitted.composite([{ input: await softEdge(width, height), blend: 'dest-in' }])
  return [{ input: await soft.png({ compressionLevel: 0 }).toBuffer(), left, top }]
}

/**
 * The subjects side by side in the focal box, undistorted, at the picture's full resolution. `shade`: the colour of their
 * shadows; null for none.
 */
export async function subjectLayers(
  subjects: OpenedReference[],
  focal: Box,
  shade: string | null,
): Promise<OverlayOptions[]> {
  const width = focal.width / Math.max(1, subjects.length)
  const layers = subjects.map((subject, i) => {
    const slot = { x: focal.x + i * width + width * 0.03, y: focal.y, width: width * 0.94, height: focal.height * 0.92 }
    return layersOf(subject, slot, shade)
  })
  return (await Promise.all(layers)).flat()
}
