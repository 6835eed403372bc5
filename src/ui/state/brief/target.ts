import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Frame } from '#domain/frame.ts'
import type { UiState } from '../ui-state.ts'

const area = (node: NodeSnapshot): number => node.width * node.height

/**
 * The layer the picture is for: the one held on to, else the largest selected one, layers that can hold other layers
 * before those that cannot.
 */
export function targetOf(state: Pick<UiState, 'selection' | 'pinned'>): NodeSnapshot | null {
  if (state.pinned) return state.pinned
  const nodes = state.selection?.nodes ?? []
  const containers = nodes.filter((node) => node.canHoldLayers)
  const candidates = containers.length > 0 ? containers : nodes
  return candidates.toSorted((a, b) => area(b) - area(a))[0] ?? null
}

/**
 * The frame that gets a new background: the target. When that is the layer which shows the background of the frame read
 * last, as it is once a picture was placed there, it is still that frame.
 */
export function backgroundFrame(state: Pick<UiState, 'selection' | 'pinned' | 'backdrop'>): NodeSnapshot | null {
  const target = targetOf(state)
  const { backdrop } = state
  const isLayerOfIt = target?.id === backdrop?.into?.id && target?.id !== backdrop?.frame.id
  return isLayerOfIt && backdrop ? backdrop.frame : target
}

/** The layer that stays while others are selected: the one whose picture is edited, else the one held on to. */
export function heldNode({
  brief,
  editing,
  pinned,
}: Pick<UiState, 'brief' | 'editing' | 'pinned'>): NodeSnapshot | null {
  return brief.mode === 'edit' ? editing.node : pinned
}

/** Selected layers that can become references: every layer beside the target, and the target when it has an image fill. */
export function offeredReferences(state: Pick<UiState, 'brief' | 'editing' | 'selection' | 'pinned'>): NodeSnapshot[] {
  const target = targetOf({ selection: state.selection, pinned: heldNode(state) })
  const nodes = state.selection?.nodes ?? []
  return nodes.filter((node) => node.id !== target?.id || node.imageFills.some((fill) => fill.visible))
}

/** The frame a layer is, in the file with this id. */
export function frameOf(node: NodeSnapshot, fileId: string | null = null): Frame {
  const frame = { width: node.width, height: node.height, name: node.name.slice(0, 500), nodeId: node.id }
  return fileId === null ? frame : { ...frame, fileId }
}
