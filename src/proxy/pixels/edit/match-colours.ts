import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import { colourDrift } from './colour-drift.ts'
import type { ColourField } from './colour-field.ts'
import { edgeBlocks } from './edge-blocks.ts'
import type { Cells } from './edge-cells.ts'
import { measureSeam } from './measure-seam.ts'
import type { TwoViews } from './two-views.ts'

interface Matched {
  field: ColourField | null
  seam: EditMeasures['seam']
}

/**
 * What to add to the model’s picture so that it meets its surroundings, and the seam before and after. Nothing is added
 * when the seam would not become better. `blocks` are the cells of the area.
 */
export async function matchColours(views: TwoViews, blocks: Cells, match: boolean): Promise<Matched> {
  const edge = await edgeBlocks(views, blocks)
  const before = await measureSeam(edge, views, null)
  if (before === null) return { field: null, seam: null }
  const field = match ? await colourDrift(views, blocks) : null
  const after = field ? ((await measureSeam(edge, views, field)) ?? before) : before
  return after < before ? { field, seam: { before, after } } : { field: null, seam: { before, after: before } }
}
