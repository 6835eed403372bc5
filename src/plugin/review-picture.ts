import { AppError } from '#domain/app-error.ts'
import { joinReview, type Review, type Verdict } from '#domain/review.ts'
import { figmaFailure } from './canvas/figma-failure.ts'
import { findNode } from './canvas/find-node.ts'
import { readFills } from './canvas/read-fills.ts'
import { MEMORY_NAMESPACE, REJECTED_KEY, REVIEW_KEY } from './memory/memory-keys.ts'
import { ourFill } from './memory/our-fill.ts'
import { readMemory } from './memory/read-memory.ts'
import { readReview } from './memory/read-review.ts'
import { showAgain } from './placing/show-again.ts'
import { type TakenOut, takeOut } from './placing/take-out.ts'

type Way = (node: SceneNode) => TakenOut | Promise<TakenOut>

const shown = (said: string): TakenOut => ({ said, back: null })
const keptNote: Way = ({ name }) => shown(`Kept the note on “${name}”.`)

/** What a word does to the layer besides being written on it; the sentence says it. */
const WAYS: Record<Verdict, Way> = {
  approved(node) {
    showAgain(node)
    return shown(`Approved the picture in “${node.name}”.`)
  },
  noted: keptNote,
  rejected: (node) => (isOut(node) ? keptNote(node) : takeOut(node)),
}

/**
 * Carries out a reviewer’s word on the picture placed on a layer and writes it there, as one undo step. Where a picture that
 * was made here comes back, what had been said of that one is written again, and the rejection beside it.
 * @throws AppError `review_nothing`, `image_replaced` when another picture is there, `before_lost`
 */
export async function reviewPicture({ nodeId, review }: { nodeId: string; review: Review }): Promise<{ said: string }> {
  const node = await findNode(nodeId)
  const { name } = node
  try {
    if (review.verdict !== 'rejected' || !isOut(node)) requirePicture(node)
    const word = joinReview(readReview(node), review)
    const { said, back } = await WAYS[review.verdict](node)
    if (word.verdict === 'rejected') writeReview(node, REJECTED_KEY, word)
    writeReview(node, REVIEW_KEY, back ? back.review : word)
    figma.commitUndo()
    return { said }
  } catch (error) {
    throw figmaFailure(error, name)
  }
}

function writeReview(node: SceneNode, key: typeof REVIEW_KEY | typeof REJECTED_KEY, review: Review | null): void {
  node.setSharedPluginData(MEMORY_NAMESPACE, key, review ? JSON.stringify(review) : '')
}

/** Whether the picture was rejected and taken out already. */
const isOut = (node: SceneNode) => readMemory(node) === null && readReview(node)?.verdict === 'rejected'

function requirePicture(node: SceneNode): void {
  const { name } = node
  if (!readMemory(node)) throw new AppError('review_nothing', { details: { name } })
  if (ourFill(node, readFills(node) ?? []) < 0) throw new AppError('image_replaced', { details: { name } })
}
