import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { AppError, toFailure } from '#domain/app-error.ts'
import { sniffFormat } from '#domain/image.ts'
import type { ActionContext } from '../action-context.ts'
import { markFile } from '../mark-file.ts'
import type { ExportHow } from '../references/add-reference-from-selection.ts'
import { measurePicture } from '../references/measure-picture.ts'
import { tryToRead } from '../try-to-read.ts'

/** Figma draws no larger export. */
const LONGEST_EDGE = 4096
const MAX_NAME = 500

/**
 * A layer’s picture becomes the one to edit: the file behind its image fill, or the layer as it looks. It is kept at the
 * proxy whole, which is free. True once it is the one; why not is in the state.
 */
export async function readOriginal(context: ActionContext, node: NodeSnapshot, how: ExportHow): Promise<boolean> {
  const { client, dispatch, main, read } = context
  if (read().editing.reading !== null) return false
  dispatch({ type: 'originalStarted', name: node.name })
  try {
    const exported = await main.exportImage({ nodeId: node.id, how, maxEdge: LONGEST_EDGE })
    const bytes = new Uint8Array(exported.bytes)
    if (sniffFormat(bytes) === null) throw new AppError('image_unreadable')
    const { id: imageId, width, height } = await client().uploadImage(bytes, { as: 'original' })
    // By the file’s id the layer is found again when the window is opened anew; the fill of the others names it.
    if (!exported.fill) await tryToRead(markFile(context))
    const name = exported.name.slice(0, MAX_NAME)
    dispatch({ type: 'originalRead', node, original: { imageId, width, height, name, fill: exported.fill } })
    await measurePicture(context, imageId)
    return true
  } catch (error) {
    dispatch({ type: 'originalFailed', failure: toFailure(error) })
    return false
  }
}
