import { AppError } from '#domain/app-error.ts'
import type { Frame } from '#domain/frame.ts'
import { sizeLabel } from '../../state/brief/frame-label.ts'
import type { ActionContext } from '../action-context.ts'
import { readNodeAgain } from '../read-node-again.ts'

/**
 * Looks at the frame once more before it costs money: it may have been deleted or resized while it was not selected.
 * @throws AppError `frame_removed`, `frame_resized`
 */
export async function checkTarget(context: ActionContext, frame: Frame): Promise<void> {
  if (frame.nodeId === undefined) return
  const node = await readNodeAgain(context, frame.nodeId)
  if (!node) throw new AppError('frame_removed')
  if (node.width === frame.width && node.height === frame.height) return
  throw new AppError('frame_resized', { details: { name: node.name, size: sizeLabel(node) } })
}
