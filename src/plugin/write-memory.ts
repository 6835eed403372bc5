import { type Provenance, writeProvenance } from '#domain/provenance.ts'
import { FILL_KEY, MEMORY_NAMESPACE, PROVENANCE_KEY } from './memory-keys.ts'

/**
 * Remembers on the layer how its picture was made, and puts the button there that opens the plugin again. The picture
 * is placed by then, so a refusal is no reason to fail.
 * @returns false when Figma refused
 */
export function writeMemory(node: SceneNode, provenance: Provenance, imageHash: string): boolean {
  try {
    node.setSharedPluginData(MEMORY_NAMESPACE, PROVENANCE_KEY, writeProvenance(provenance))
    node.setSharedPluginData(MEMORY_NAMESPACE, FILL_KEY, imageHash)
    node.setRelaunchData({ open: 'Make another picture or a variation of this one' })
    return true
  } catch {
    return false
  }
}
