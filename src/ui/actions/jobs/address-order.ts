import type { Order, UncheckedOrder } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { checkBackdrop } from '../edits/check-backdrop.ts'
import { checkOriginal } from '../edits/check-original.ts'
import { markFile } from '../mark-file.ts'
import { readNodeAgain } from '../read-node-again.ts'
import { checkTarget } from './check-target.ts'

/**
 * An order for the frame the canvas shows now, with the file that frame is in, so that its picture finds it again.
 * @throws AppError `frame_removed`, `frame_resized`, `original_lost`, `mask_layer_removed`, `mask_layer_moved`,
 * `backdrop_removed`, `price_changed`
 */
export async function addressOrder(
  context: ActionContext,
  order: Order,
  { backdropOf }: UncheckedOrder,
): Promise<Order> {
  await checkOriginal(context, order.brief)
  const here = await checkBackdrop(context, await stillThere(context, order), backdropOf)
  await checkTarget(context, here.frame)
  const fileId = await markFile(context)
  return fileId === null ? here : { ...here, frame: { ...here.frame, fileId } }
}

/** A layer that was read as it looks may be gone by now: what is made of it is then for whatever is selected. */
async function stillThere(context: ActionContext, order: Order): Promise<Order> {
  const { mode, edit } = order.brief
  const { nodeId, ...frame } = order.frame
  if (mode !== 'edit' || edit?.original.fill !== null || nodeId === undefined) return order
  return (await readNodeAgain(context, nodeId)) ? order : { ...order, frame }
}
