import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { UiState } from '../ui-state.ts'

const hasPicture = ({ imageFills }: NodeSnapshot): boolean => imageFills.some(({ visible }) => visible)
const MOST = 3

/** Selected layers whose picture can be edited, those with an image fill first; else the frame that is held. */
export function editableNodes({ selection, pinned }: Pick<UiState, 'selection' | 'pinned'>): {
  node: NodeSnapshot
  hasOriginal: boolean
}[] {
  const selected = selection?.nodes ?? []
  const nodes = selected.length === 0 && pinned ? [pinned] : selected
  return nodes
    .map((node) => ({ node, hasOriginal: hasPicture(node) }))
    .toSorted((a, b) => Number(b.hasOriginal) - Number(a.hasOriginal))
    .slice(0, MOST)
}

/** Selected layers that can be laid over the picture as its mask. */
export function maskLayers({ selection, editing }: Pick<UiState, 'selection' | 'editing'>): NodeSnapshot[] {
  const taken = new Set(
    editing.parts.flatMap((part) => (part.kind === 'layers' ? part.layers.map(({ nodeId }) => nodeId) : [])),
  )
  return (selection?.nodes ?? []).filter(({ id }) => id !== editing.node?.id && !taken.has(id))
}
