import type { Brief } from '#domain/brief.ts'
import { DEFAULT_KEY } from '#domain/edits/cutout.ts'
import type { UiState } from '../ui-state.ts'

/** The flat colour to ask for behind a subject: the one that is far from the colours of every picture of it. */
export function cutoutKey({ brief, measures }: Pick<UiState, 'brief' | 'measures'>): string {
  const lists = subjects(brief).flatMap(({ imageId }) => measures[imageId]?.keys ?? [])
  const nearest = new Map<string, number>()
  for (const { colour, distance } of lists) nearest.set(colour, Math.min(distance, nearest.get(colour) ?? Infinity))
  const [best] = [...nearest].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? DEFAULT_KEY
}

/** The pictures that show the subject; where none says so, all of them. */
function subjects({ references }: Brief): Brief['references'] {
  const shown = references.filter(({ role }) => role === 'subject')
  return shown.length > 0 ? shown : references
}
