import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { UiState } from '../ui-state.ts'

/** A layer as it was last seen; null when it is not known. */
export function knownNode(
  { selection, pinned, backdrop }: Pick<UiState, 'selection' | 'pinned' | 'backdrop'>,
  nodeId: string,
): NodeSnapshot | null {
  const nodes = [...(selection?.nodes ?? []), pinned, backdrop?.into]
  return nodes.find((node) => node?.id === nodeId) ?? null
}
