import type { OverlayOptions } from 'sharp'
import type { Box } from '../../box.ts'
import { loneThing } from '../../lone-thing.ts'
import { subjectLayers } from '../../subject-layers.ts'
import { svgLayer } from '../../svg-layer.ts'
import { type EditWork, layOver, type Treatment } from '../treatment.ts'
import { fill } from './fill.ts'

async function layersOf(work: EditWork, box: Box): Promise<OverlayOptions[]> {
  const { size, subjects, palette } = work
  if (subjects.length > 0) return await subjectLayers(subjects, box, palette.shade)
  return [svgLayer(size, loneThing({ ...work, shadow: true }, box))]
}

/** Where a thing goes when no mask says it. */
const middle = ({ width, height }: Box): Box => ({
  x: width * 0.3,
  y: height * 0.3,
  width: width * 0.4,
  height: height * 0.5,
})

/** What was asked for in the place of what was there. */
export const putThing: Treatment = async (work) => {
  const { place, size } = work
  const box = place.whole ? middle(place.box) : place.box
  return await layOver(await fill(work), size, await layersOf(work, box))
}
