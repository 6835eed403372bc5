import { picture } from '../../../../pixels/picture.ts'
import type { Box } from '../../box.ts'
import { inkColour } from '../../ink-colour.ts'
import { svgLayer } from '../../svg-layer.ts'
import { typeset } from '../../typeset.ts'
import { layOver, type Treatment } from '../treatment.ts'
import { fill } from './fill.ts'

const QUOTED = /["“„]([^"“”„]+)["”“]/g

/** The words to set: the exact ones, else the last that are quoted (“old” becomes “new”), else all that was written. */
function textsOf(exactTexts: string[], lines: string[]): string[] {
  if (exactTexts.length > 0) return exactTexts
  const written = lines.join(' ')
  const quoted = [...written.matchAll(QUOTED)].flatMap(([, words]) => words ?? [])
  return [quoted.at(-1) ?? written]
}

const inset = (box: Box, share: number): Box => ({
  x: box.x + box.width * share,
  y: box.y + box.height * share,
  width: box.width * (1 - share * 2),
  height: box.height * (1 - share * 2),
})

/** Other words in the place of those that were there. */
export const setText: Treatment = async (work) => {
  const { request, size, place, lines } = work
  const filled = await fill(work)
  const box = inset(place.box, place.whole ? 0.2 : 0.04)
  const flat = await picture(filled, { raw: { ...size, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const ink = await inkColour(flat, box)
  const letters = await typeset(textsOf(request.exactTexts, lines), box, box.height * 0.8, ink)
  return await layOver(filled, size, [svgLayer(size, letters)])
}
