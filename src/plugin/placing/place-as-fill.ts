import { AppError } from '#domain/app-error.ts'
import type { Before } from '#domain/before.ts'
import { type FillableNode, isFillable, readFills } from '../canvas/read-fills.ts'
import { writeFills } from '../canvas/write-fills.ts'
import { ourFill } from '../memory/our-fill.ts'
import { readMemory } from '../memory/read-memory.ts'
import { isThere, stepsBefore, whenAdded, whenNextCandidate } from '../memory/steps-before.ts'
import { imagePaint } from './image-paint.ts'
import type { Asked, Picture, Placed } from './placement-way.ts'

/**
 * Shows the picture as a fill on top of the layer's other fills; a picture placed here before makes way for it.
 * @throws AppError `node_has_no_fill`, also when letters have different fills, which one fill would wipe out
 */
export async function placeAsFill(target: SceneNode, picture: Picture, { jobId }: Asked): Promise<Placed> {
  const fills = readFills(target)
  const { name } = target
  if (!isFillable(target) || !fills) throw new AppError('node_has_no_fill', { details: { name } })
  const ours = ourFill(target, fills)
  const old = fills[ours]
  const { imageHash } = picture
  const paint = old && keepsPlace(target, jobId) ? { ...old, imageHash } : imagePaint(picture, target)
  const before = whatWas(target, fills, imageHash)
  const paints = ours < 0 ? [...fills, paint] : fills.map((other, index) => (index === ours ? paint : other))
  const unlinked = await writeFills(target, paints)
  const said = ours < 0 ? `Placed as the image fill of “${name}”.` : `Replaced the picture in “${name}”.`
  return { node: target, said: said + unlinked, before }
}

function whatWas(target: FillableNode, fills: readonly Paint[], imageHash: string): Before[] | null {
  const ours = ourFill(target, fills)
  if (ours < 0) return whenAdded(target, fills)
  return isThere(target, fills, ours, imageHash) ? null : whenNextCandidate(target, fills)
}

/** Another candidate of an edit lies in the fill just as the one before: with the crop and the filters of the original. */
function keepsPlace(target: SceneNode, jobId: string): boolean {
  return stepsBefore(target).at(-1)?.how === 'replaced' && readMemory(target)?.jobId === jobId
}
