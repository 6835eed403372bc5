import { type Before, writeBefore } from '#domain/before.ts'
import { type Provenance, writeProvenance } from '#domain/provenance.ts'
import { BEFORE_KEY, FILL_KEY, MEMORY_NAMESPACE, PROVENANCE_KEY, REVIEW_KEY } from './memory-keys.ts'
import { readReview } from './read-review.ts'

interface Memory {
  provenance: Provenance
  /** Figma's hash of the picture. */
  imageHash: string
  /** Null when the picture was there already. */
  before: readonly Before[] | null
}

/**
 * Remembers on the layer how its picture was made and what stood there before, and puts the button there that opens
 * the plugin again. What was said of an earlier picture is forgotten, and a rejection is taken back. The picture is placed by then, so a refusal is no
 * reason to fail.
 * @returns false when Figma refused
 */
export function writeMemory(node: SceneNode, { provenance, imageHash, before }: Memory): boolean {
  try {
    node.setSharedPluginData(MEMORY_NAMESPACE, PROVENANCE_KEY, writeProvenance(provenance))
    node.setSharedPluginData(MEMORY_NAMESPACE, FILL_KEY, imageHash)
    if (before) node.setSharedPluginData(MEMORY_NAMESPACE, BEFORE_KEY, writeBefore(before))
    const stays = before === null && readReview(node)?.verdict !== 'rejected'
    if (!stays) node.setSharedPluginData(MEMORY_NAMESPACE, REVIEW_KEY, '')
    node.setRelaunchData({ open: 'Make another picture or a variation of this one' })
    return true
  } catch {
    return false
  }
}
