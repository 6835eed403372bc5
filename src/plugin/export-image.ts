import type { FillPlace } from '#domain/edits/edit.ts'
import { figmaFailure } from './canvas/figma-failure.ts'
import { findNode } from './canvas/find-node.ts'
import { exportAsShown } from './exporting/export-as-shown.ts'
import { exportOriginal } from './exporting/export-original.ts'

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
