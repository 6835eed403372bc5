import { type Before, type LinkedStyle, readBefore, withoutPrompt } from '#domain/before.ts'
import type { FillableNode } from '../canvas/read-fills.ts'
import { BEFORE_KEY, MEMORY_NAMESPACE } from './memory-keys.ts'
import { ourFill } from './our-fill.ts'
import { readMemory } from './read-memory.ts'
import { readReview } from './read-review.ts'

/** What the layer remembers of the time before its picture, newest step last. */
export function stepsBefore(node: SceneNode): Before[] {
  return readBefore(node.getSharedPluginData(MEMORY_NAMESPACE, BEFORE_KEY))
}

/** To remember where a picture is laid over the fills that are there. */
export function whenAdded(node: FillableNode, fills: readonly Paint[]): Before[] {
  return [{ how: 'added', style: linkedStyle(node, fills) }]
}

/** To remember where a fill makes way for a picture that was made from it. */
export function whenReplaced(node: FillableNode, fills: readonly Paint[], index: number): Before[] {
  const paint = fills[index]
  if (paint?.type !== 'IMAGE') return []
  const isOurs = index === ourFill(node, fills)
  const memory = isOurs ? readMemory(node) : null
  const step: Before = {
    how: 'replaced',
    paint: { ...paint },
    style: linkedStyle(node, fills),
    provenance: memory && withoutPrompt(memory),
    review: isOurs ? readReview(node) : null,
  }
  return isOurs ? [...stepsBefore(node), step] : [step]
}

/** Whether the layer's fill shows this very picture as the one placed here: then what is remembered of it stays. */
export function isThere(node: FillableNode, fills: readonly Paint[], index: number, imageHash: string): boolean {
  const paint = fills[index]
  return index === ourFill(node, fills) && paint?.type === 'IMAGE' && paint.imageHash === imageHash
}

/**
 * To remember where one candidate makes way for the next: what stood there before the first, unless the reviewer had
 * approved the one that goes.
 */
export function whenNextCandidate(node: FillableNode, fills: readonly Paint[]): Before[] {
  if (readReview(node)?.verdict === 'approved') return whenReplaced(node, fills, ourFill(node, fills))
  const steps = stepsBefore(node)
  // A picture of an older plugin, which only ever laid pictures over the other fills.
  return steps.length > 0 ? steps : [{ how: 'added', style: null }]
}

function linkedStyle({ fillStyleId }: FillableNode, fills: readonly Paint[]): LinkedStyle | null {
  if (typeof fillStyleId !== 'string' || fillStyleId === '') return null
  return { id: fillStyleId, fills: JSON.stringify(fills) }
}
