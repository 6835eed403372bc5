import { exportAsShown } from './export-as-shown.ts'
import { exportOriginal } from './export-original.ts'
import { figmaFailure } from './figma-failure.ts'
import { findNode } from './find-node.ts'

interface ExportParams {
  nodeId: string
  how: 'original' | 'asShown'
  fillIndex?: number | undefined
  maxEdge: number
}

/** One picture of a layer: the file behind its image fill, or the layer as it looks. */
export async function exportImage(params: ExportParams): Promise<{ bytes: Uint8Array; name: string }> {
  const node = await findNode(params.nodeId)
  const { name } = node
  const ways = {
    original: () => exportOriginal(node, params.fillIndex),
    asShown: () => exportAsShown(node, params.maxEdge),
  }
  try {
    return { bytes: await ways[params.how](), name }
  } catch (error) {
    throw figmaFailure(error, name)
  }
}
