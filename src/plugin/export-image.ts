import { exportAsShown } from './export-as-shown.ts'
import { exportOriginal } from './export-original.ts'
import { figmaFailure } from './figma-failure.ts'
import { findNode } from './find-node.ts'

/** Pixels; references are not read any larger. */
const LONGEST_EDGE = 2048

interface ExportParams {
  nodeId: string
  how: 'original' | 'asShown'
}

/** One picture of a layer: the file behind its image fill, or the layer as it looks. */
export async function exportImage(params: ExportParams): Promise<{ bytes: Uint8Array; name: string }> {
  const node = await findNode(params.nodeId)
  const { name } = node
  const ways = {
    original: () => exportOriginal(node),
    asShown: () => exportAsShown(node, LONGEST_EDGE),
  }
  try {
    return { bytes: await ways[params.how](), name }
  } catch (error) {
    throw figmaFailure(error, name)
  }
}
