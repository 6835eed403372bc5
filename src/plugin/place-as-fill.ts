import { AppError } from '#domain/app-error.ts'
import { imagePaint } from './image-paint.ts'
import { FILL_KEY, MEMORY_NAMESPACE } from './memory-keys.ts'
import type { Picture, Placed } from './placement-way.ts'
import { isFillable, readFills } from './read-fills.ts'

/**
 * Shows the picture as a fill on top of the layer's other fills; a picture placed here before makes way for it.
 * @throws AppError `node_has_no_fill`, also when letters have different fills, which one fill would wipe out
 */
export async function placeAsFill(target: SceneNode, picture: Picture): Promise<Placed> {
  const fills = readFills(target)
  const { name } = target
  if (!isFillable(target) || !fills) throw new AppError('node_has_no_fill', { details: { name } })
  const before = placedBefore(target, fills)
  const style = target.fillStyleId
  const kept = fills.filter((_, index) => index !== before)
  const paints = [...kept]
  paints.splice(before < 0 ? kept.length : before, 0, imagePaint(picture, target))
  // Figma takes pattern fills by the asynchronous way only.
  if (kept.some(({ type }) => type === 'PATTERN')) await target.setFillsAsync(paints)
  else target.fills = paints
  const said = before < 0 ? `Placed as the image fill of “${name}”.` : `Replaced the picture in “${name}”.`
  const unlinked = style !== '' && target.fillStyleId === '' ? ' It is no longer linked to its fill style.' : ''
  return { node: target, said: said + unlinked }
}

/** Index of the fill that shows the picture placed here last time; −1 when there is none. */
function placedBefore(target: SceneNode, fills: readonly Paint[]): number {
  const hash = target.getSharedPluginData(MEMORY_NAMESPACE, FILL_KEY)
  return hash === '' ? -1 : fills.findLastIndex((paint) => paint.type === 'IMAGE' && paint.imageHash === hash)
}
