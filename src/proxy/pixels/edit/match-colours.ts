import type { EditMeasures } from '#domain/edit-measures.ts'
import { colourDrift, type TwoViews } from './colour-drift.ts'
import type { ColourField } from './colour-field.ts'
import { measureSeam } from './measure-seam.ts'

interface Matched {
  field: ColourField | null
  seam: EditMeasures['seam']
}

/**
 * What to add to the model’s picture so that it meets its surroundings, and the seam before and after. Nothing is added
 * when the seam would not become better.
 */
export async function matchColours(views: TwoViews, match: boolean): Promise<Matched> {
  const before = await measureSeam(views, null)
  if (before === null) return { field: null, seam: null }
  const field = match ? await colourDrift(views) : null
  const after = field ? ((await measureSeam(views, field)) ?? before) : before
  return after < before ? { field, seam: { before, after } } : { field: null, seam: { before, after: before } }
}
