import type { OverlayOptions } from 'sharp'
import type { Request } from '#domain/request.ts'
import { picture } from '../../../pixels/picture.ts'
import type { Box } from '../box.ts'
import { choosePalette } from '../choose-palette.ts'
import type { Colour } from '../colour.ts'
import { describedWords } from '../described-words.ts'
import type { Drawn } from '../draw-picture.ts'
import { loneThing } from '../lone-thing.ts'
import type { OpenedReference } from '../opened-reference.ts'
import { seededRandom } from '../random.ts'
import { subjectLayers } from '../subject-layers.ts'
import { svgLayer } from '../svg-layer.ts'
import { unevenFlat } from './uneven-flat.ts'

async function subject(request: Request, references: OpenedReference[], index: number): Promise<OverlayOptions[]> {
  const { width, height } = request.size
  const box: Box = { x: width * 0.1, y: height * 0.08, width: width * 0.8, height: height * 0.84 }
  const shown = references.filter(({ role }) => role === 'subject')
  if (shown.length > 0) return await subjectLayers(shown, box, null)
  const random = seededRandom(`${index} ${request.prompt}`)
  const words = describedWords(request.prompt)
  const palette = await choosePalette(words, references, random)
  return [svgLayer(request.size, loneThing({ words, palette, random, shadow: false }, box))]
}

/** One subject alone, on nothing or on a flat colour that comes out a little uneven, as models draw it. */
export async function drawCutout(
  request: Request,
  references: OpenedReference[],
  key: Colour | 'clear',
  index: number,
): Promise<Drawn> {
  const { size } = request
  const layers = await subject(request, references, index)
  const deep = key === 'clear' ? 4 : 3
  const backdrop = key === 'clear' ? Buffer.alloc(size.width * size.height * 4) : unevenFlat(key, size)
  const whole = picture(backdrop, { raw: { ...size, channels: deep } }).composite(layers)
  const kept = key === 'clear' ? whole : whole.removeAlpha()
  return { pixels: await kept.raw().toBuffer(), ...size, channels: deep }
}
