import type { OverlayOptions } from 'sharp'
import { picture } from '../../pixels/picture.ts'
import type { Box } from './box.ts'
import { el } from './svg.ts'
import { svgLayer } from './svg-layer.ts'

/** Shares of the shorter edge. */
const BLUR = 0.03
const EDGE = 0.012

/** A picture of this size with nothing but broad tones inside the boxes. */
export async function quieten(
  bytes: Buffer,
  boxes: Box[],
  { width, height }: { width: number; height: number },
): Promise<OverlayOptions[]> {
  if (boxes.length === 0) return []
  const unit = Math.min(width, height)
  const shapes = boxes.map(({ x, y, width: w, height: h }) =>
    el('rect', { x, y, width: Math.max(0, w), height: Math.max(0, h), rx: unit * EDGE, fill: '#ffffff' }),
  )
  const nothing = picture(Buffer.alloc(width * height * 4), { raw: { width, height, channels: 4 } })
  const drawn = await nothing
    .composite([svgLayer({ width, height }, shapes.join(''))])
    .raw()
    .toBuffer()
  const where = await picture(drawn, { raw: { width, height, channels: 4 } })
    .extractChannel(3)
    .blur(unit * EDGE)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const soft = await picture(bytes)
    .removeAlpha()
    .blur(unit * BLUR)
    .raw()
    .toBuffer()
  const layer = await picture(soft, { raw: { width, height, channels: 3 } })
    .joinChannel(where, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer()
  return [{ input: layer, raw: { width, height, channels: 4 } }]
}
