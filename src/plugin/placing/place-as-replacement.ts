import { AppError } from '#domain/app-error.ts'
import type { Before } from '#domain/before.ts'
import type { FillPlace } from '#domain/edits/edit.ts'
import { type FillableNode, isFillable, readFills } from '../canvas/read-fills.ts'
import { writeFills } from '../canvas/write-fills.ts'
import { ourFill } from '../memory/our-fill.ts'
import { isThere, stepsBefore, whenNextCandidate, whenReplaced } from '../memory/steps-before.ts'
import type { Asked, Picture, Placed } from './placement-way.ts'

/**
 * Shows the picture in the very fill it was made from: only the fill's image changes, its crop, filters, opacity and
 * blending stay.
 * @throws AppError `node_has_no_fill`; `image_replaced` when no fill shows that picture any more
 */
export async function placeAsReplacement(target: SceneNode, { imageHash }: Picture, { fill }: Asked): Promise<Placed> {
  const fills = readFills(target)
  const { name } = target
  if (!isFillable(target) || !fills) throw new AppError('node_has_no_fill', { details: { name } })
  const found = fill && findFill(target, fills, fill)
  if (!found) throw new AppError('image_replaced', { details: { name } })
  const already = isThere(target, fills, found.index, imageHash)
  const paints = fills.map((paint, index) => (index === found.index ? { ...paint, imageHash } : paint))
  const unlinked = await writeFills(target, paints)
  const before = already ? null : found.before
  return { node: target, said: `Replaced the picture in “${name}”.${unlinked}`, before }
}

/** The fill that makes way: the very one, else the candidate placed for it before, else another with the same image. */
function findFill(
  target: FillableNode,
  fills: readonly Paint[],
  { index, imageHash }: FillPlace,
): { index: number; before: Before[] } | null {
  const shows = (paint: Paint | undefined) => paint?.type === 'IMAGE' && paint.imageHash === imageHash
  if (shows(fills[index])) return { index, before: whenReplaced(target, fills, index) }
  const ours = ourFill(target, fills)
  const stood = stepsBefore(target).some((step) => step.how === 'replaced' && step.paint.imageHash === imageHash)
  if (ours >= 0 && stood) return { index: ours, before: whenNextCandidate(target, fills) }
  const same = fills.findLastIndex(shows)
  return same < 0 ? null : { index: same, before: whenReplaced(target, fills, same) }
}
