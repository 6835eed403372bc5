import { findNode } from './find-node.ts'
import { goToPage } from './go-to-page.ts'
import { showNode } from './show-node.ts'

/** Goes to a layer, wherever it is in the file, and selects it. */
export async function revealNode({ nodeId }: { nodeId: string }): Promise<Record<string, never>> {
  showNode(await goToPage(await findNode(nodeId)))
  return {}
}
