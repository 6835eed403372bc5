import { picture } from '../../pixels/picture.ts'
import type { Box } from './box.ts'
import type { Colour } from './colour.ts'

/** Letters that can be read over a part of a picture; the box is in pixels of these bytes. */
export async function inkColour(bytes: Uint8Array, box: Box): Promise<Colour> {
  const part = {
    left: Math.round(box.x),
    top: Math.round(box.y),
    width: Math.max(1, Math.floor(box.width)),
    height: Math.max(1, Math.floor(box.height)),
  }
  const { channels } = await picture(
    await picture(bytes).flatten({ background: '#ffffff' }).extract(part).png().toBuffer(),
  ).stats()
  const [red, green, blue] = channels.map((channel) => channel.mean)
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) > 140 ? '#17161a' : '#fffdf8'
}
