import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { PlannedJob } from '#domain/plan-job.ts'
import { planned } from '../../state/brief/planned.ts'
import type { SeenBackdrop } from '../../state/edits/backdrop-state.ts'
import { withForeground } from '../../state/edits/with-foreground.ts'
import { inWords, type PriceLabel, priceLabel } from '../../state/money/price-label.ts'
import type { Order, UiState } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { lookBehind, readBackdrop } from './read-backdrop.ts'

/**
 * Reads what stands in front of a new background once more before it costs money: it may have been moved, changed or deleted.
 * The order goes on with what stands there now, as long as its price reads the same.
 * @throws AppError `frame_removed`, `backdrop_removed`, `price_changed`, those of reading it
 */
export async function checkBackdrop(context: ActionContext, order: Order, frame: NodeSnapshot | null): Promise<Order> {
  const into = order.frame.nodeId
  if (!frame || into === undefined) return order
  const seen = await seeAgain(context, frame, into)
  const brief = withForeground(order.brief, seen)
  const state = context.read()
  const { exact } = jobOf(state, order).price
  const agreed = inWords({ exact, total: order.agreedPrice }, order.agreedCredits)
  const job = jobOf(state, { ...order, brief })
  const now = priceLabel(state, job)
  if (now.label !== agreed.label || now.dollars !== agreed.dollars)
    throw new AppError('price_changed', { details: { price: said(now, agreed), agreed: said(agreed, now) } })
  return { ...order, brief, agreedPrice: job.price.total, agreedCredits: now.credits }
}

/** In dollars where only they differ. */
const said = (price: PriceLabel, other: PriceLabel): string =>
  (price.label === other.label ? price.dollars : null) ?? price.label

/** Shown as well while the window is about the same background. */
async function seeAgain(context: ActionContext, frame: NodeSnapshot, into: string): Promise<SeenBackdrop> {
  const { backdrop } = context.read()
  const shown = backdrop?.frame.id === frame.id && (backdrop.wanted ?? backdrop.into?.id) === into
  if (!shown) return await lookBehind(context, frame.id, into)
  const { seen, failure } = await readBackdrop(context, frame, into)
  if (failure) throw AppError.from(failure)
  return seen
}

function jobOf(state: UiState, { brief, frame }: Order): PlannedJob {
  const { job, failure } = planned(state, brief, frame)
  if (!job) throw AppError.from(failure)
  return job
}
