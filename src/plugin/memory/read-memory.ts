import { type Provenance, readProvenance } from '#domain/provenance.ts'
import { MEMORY_NAMESPACE, PROVENANCE_KEY } from './memory-keys.ts'

/** How a layer's picture was made; null when it was not made here. */
export function readMemory(node: SceneNode): Provenance | null {
  return readProvenance(node.getSharedPluginData(MEMORY_NAMESPACE, PROVENANCE_KEY))
}
