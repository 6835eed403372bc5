import type { FillPlace } from '#domain/edit.ts'
import { exportAsShown } from './export-as-shown.ts'
import { exportOriginal } from './export-original.ts'
import { figmaFailure } from './figma-failure.ts'
import { findNode } from './find-node.ts'

interface ExportParams {
  nodeId: string
  how: 'original' | 'asShown'
  /** Of what is shown, in pixels. */
  maxEdge: number
}

/** A picture of a layer; `fill` is where the original lies, null for what is shown. */
interface Exported {
  bytes: Uint8Array
  name: string
  fill: FillPlace | null
}

/** One picture of a layer: the file behind its image fill, or the layer as it looks. */
export async function exportImage({ nodeId, how, maxEdge }: ExportParams): Promise<Exported> {
  const node = await findNode(nodeId)
  const { name } = node
  const ways = {
    original: () => exportOriginal(node),
    asShown: async () => ({ bytes: await exportAsShown(node, maxEdge), fill: null }),
  }
  try {
    return { name, ...(await ways[how]()) }
  } catch (error) {
    throw figmaFailure(error, name)
  }
}
