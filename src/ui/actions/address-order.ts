import type { Order } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { checkOriginal } from './check-original.ts'
import { checkTarget } from './check-target.ts'
import { markFile } from './mark-file.ts'

/**
 * An order for the frame the canvas shows now, with the file that frame is in, so that its picture finds it again.
 * @throws AppError `frame_removed`, `frame_resized`, `original_lost`, `mask_layer_removed`
 */
export async function addressOrder(context: ActionContext, order: Order): Promise<Order> {
  await checkOriginal(context, order.brief)
  await checkTarget(context, order.frame)
  const fileId = await markFile(context)
  return fileId === null ? order : { ...order, frame: { ...order.frame, fileId } }
}
