import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { ActionContext } from '../action-context.ts'
import { uploadReference } from './upload-reference.ts'

export type ExportHow = 'original' | 'asShown'

/** A selected layer becomes a reference: the file behind its image fill, or the layer as it looks. */
export function addReferenceFromSelection(context: ActionContext, node: NodeSnapshot, how: ExportHow): Promise<void> {
  return uploadReference(context, node.name, async () => {
    const { bytes } = await context.main.exportImage({ nodeId: node.id, how })
    return bytes
  })
}
