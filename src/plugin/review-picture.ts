import { AppError } from '#domain/app-error.ts'
import type { Review, Verdict } from '#domain/review.ts'
import { figmaFailure } from './canvas/figma-failure.ts'
import { findNode } from './canvas/find-node.ts'
import { readFills } from './canvas/read-fills.ts'
import { MEMORY_NAMESPACE, REJECTED_KEY, REVIEW_KEY } from './memory/memory-keys.ts'
import { ourFill } from './memory/our-fill.ts'
import { readMemory } from './memory/read-memory.ts'
import { readReview } from './memory/read-review.ts'
import { showAgain } from './placing/show-again.ts'
import { takeOut } from './placing/take-out.ts'

interface Carried {
  said: string
  /** What had been said of the picture that is back; null when none is, or nothing was said. */
  back: Review | null
}

const carried = (said: string): Carried => ({ said, back: null })

/** What a word does to the layer besides being written on it; the sentence says it. */
const WAYS: Record<Verdict, (node: SceneNode) => Carried | Promise<Carried>> = {
  approved(node) {
    showAgain(node)
    return carried(`Approved the picture in “${node.name}”.`)
  },
  noted(node) {
    showAgain(node)
    return carried(`Kept the note on “${node.name}”.`)
  },
  rejected: (node) => (isOut(node) ? carried(`Kept the note on “${node.name}”.`) : takeOut(node)),
}

/**
 * Carries out a reviewer’s word on the picture placed on a layer and writes it there, as one undo step. Where a picture
 * comes back of which something had been said, that is written again, beside the rejection.
 * @throws AppError `review_nothing`, `image_replaced` when another picture is there, `before_lost`
 */
export async function reviewPicture({ nodeId, review }: { nodeId: string; review: Review }): Promise<{ said: string }> {
  const node = await findNode(nodeId)
  const { name } = node
  try {
    if (review.verdict !== 'rejected' || !isOut(node)) requirePicture(node)
    const { said, back } = await WAYS[review.verdict](node)
    if (review.verdict === 'rejected') node.setSharedPluginData(MEMORY_NAMESPACE, REJECTED_KEY, JSON.stringify(review))
    node.setSharedPluginData(MEMORY_NAMESPACE, REVIEW_KEY, JSON.stringify(back ?? review))
    figma.commitUndo()
    return { said }
  } catch (error) {
    throw figmaFailure(error, name)
  }
}

/** Whether the picture was rejected and taken out already. */
const isOut = (node: SceneNode) => readMemory(node) === null && readReview(node)?.verdict === 'rejected'

function requirePicture(node: SceneNode): void {
  const { name } = node
  if (!readMemory(node)) throw new AppError('review_nothing', { details: { name } })
  if (ourFill(node, readFills(node) ?? []) < 0) throw new AppError('image_replaced', { details: { name } })
}
