import { AppError } from '#domain/app-error.ts'
import { planned } from '../../state/brief/planned.ts'
import { withForeground } from '../../state/edits/with-foreground.ts'
import { priceLabel } from '../../state/money/price-label.ts'
import type { Order, UiState } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { readBackdrop } from './read-backdrop.ts'

/**
 * Reads what stands in front of a new background once more before it costs money: it may have been moved, changed or deleted.
 * The order goes on with what stands there now, as long as its price reads the same.
 * @throws AppError `backdrop_removed`, `price_changed`, those of reading it
 */
export async function checkBackdrop(context: ActionContext, order: Order): Promise<Order> {
  const { backdrop } = context.read()
  if (order.brief.mode !== 'background' || !backdrop?.into) return order
  const { seen, failure } = await readBackdrop(context, backdrop.frame, backdrop.into.id)
  if (failure) throw AppError.from(failure)
  const brief = withForeground(order.brief, seen)
  const before = pricedOrder(context.read(), order)
  const now = pricedOrder(context.read(), { ...order, brief })
  if (now.label !== before.label)
    throw new AppError('price_changed', { details: { price: now.label, agreed: before.label } })
  return { ...order, brief, agreedPrice: now.total, agreedCredits: now.credits }
}

function pricedOrder(state: UiState, { brief, frame }: Pick<Order, 'brief' | 'frame'>) {
  const { job, failure } = planned(state, brief, frame)
  if (!job) throw AppError.from(failure)
  return { ...priceLabel(state, job), total: job.price.total }
}
