import type { Brief } from '#domain/brief.ts'
import { type Failure, makeFailure } from '#domain/failure.ts'
import type { Frame } from '#domain/frame.ts'
import { MODES } from '#domain/mode.ts'
import type { PlannedJob } from '#domain/plan-job.ts'
import { editableNodes } from '../edits/edit-offers.ts'
import { editWaits } from '../edits/mask-status.ts'
import { overBudgetSentence } from '../money/over-budget-sentence.ts'
import { type PriceLabel, priceLabel } from '../money/price-label.ts'
import type { Order, UiState } from '../ui-state.ts'
import { planned } from './planned.ts'
import { sentBrief } from './sent-brief.ts'
import { sentFrame, stillComing } from './sent-frame.ts'

/** A way out of what keeps the button from working. */
export type OfferStep = 'openSettings' | 'reconnect'

export interface GenerateOffer {
  label: string
  /** The price in dollars where the label has it in credits; else null. */
  dollars: string | null
  /** What one click sends, price included; null when it cannot be sent. */
  order: Order | null
  /** True when it is for the frame the canvas shows now, which is looked at again before anything is sent. */
  forTarget: boolean
  /** Why it cannot be sent, in a sentence. */
  reason: string | null
  step: OfferStep | null
  /** True while a click is on its way to the proxy. */
  busy: boolean
  job: PlannedJob | null
}

type Blocked = { reason: string; step?: OfferStep } | null

const sending = (state: UiState): boolean => state.jobs.some((entry) => entry.order && !entry.job && !entry.failure)

function blockedByConnection(state: UiState): Blocked {
  const { checking, session, failure } = state.connection
  if (state.settings.token === '') return { reason: 'Paste your member token in Settings first.', step: 'openSettings' }
  if (session && !failure) return null
  if (failure) return { reason: failure.message, step: failure.retryable ? 'reconnect' : 'openSettings' }
  return { reason: checking ? 'Connecting to the proxy …' : 'Not connected to the proxy.' }
}

function blockedByBudget({ connection }: UiState, job: PlannedJob, price: PriceLabel): Blocked {
  const { session } = connection
  const reason = session && overBudgetSentence(session.budget, job.price.total, price)
  return reason === null ? null : { reason }
}

/** How to get to a picture to edit: what is on offer is named like its button. */
function withoutOriginal(state: UiState): string {
  const { reading } = state.editing
  if (reading !== null) return `“${reading}” is still being read.`
  const [first] = editableNodes(state)
  if (!first) return makeFailure('original_missing').message
  return `Press “${first.hasOriginal ? 'Edit this picture' : 'Edit as it looks'}” to begin.`
}

const inWordsOf = ({ mode }: Brief, { code, message }: Failure): string =>
  mode === 'edit' && code === 'idea_missing' ? 'Write what to change.' : message

function offerFor(state: UiState, brief: Brief, frame: Frame, verb: string): GenerateOffer {
  const { job, failure } = planned(state, brief, frame)
  const busy = sending(state)
  const price = job && priceLabel(state, job)
  const blocked =
    blockedByConnection(state) ??
    (failure ? { reason: inWordsOf(brief, failure) } : null) ??
    (job && price ? blockedByBudget(state, job, price) : null)
  const label = price ? `${verb} · ${price.label}` : verb
  const order =
    job && !blocked && !busy
      ? { brief, frame, agreedPrice: job.price.total, agreedCredits: price?.credits ?? null }
      : null
  return {
    label,
    dollars: price?.dollars ?? null,
    order,
    forTarget: false,
    reason: blocked?.reason ?? null,
    step: blocked?.step ?? null,
    busy,
    job,
  }
}

/** What the button under the brief offers. */
export function generateOffer(state: UiState): GenerateOffer {
  const verb = `Generate ${state.brief.render.count}`
  const frame = sentFrame(state)
  const waiting = stillComing(state)
  if (!frame) {
    const reason = blockedByConnection(state)
    const { from } = MODES[state.brief.mode]
    const nothing = from === 'original' ? withoutOriginal(state) : makeFailure('nothing_selected').message
    return {
      label: verb,
      dollars: null,
      order: null,
      forTarget: true,
      reason: reason?.reason ?? nothing,
      step: reason?.step ?? null,
      busy: false,
      job: null,
    }
  }
  const offer = { ...offerFor(state, sentBrief(state), frame, verb), forTarget: true }
  // What the mask covers decides the price.
  const unknown = state.brief.mode === 'edit' ? editWaits(state) : null
  if (unknown !== null) {
    const reason = blockedByConnection(state)?.reason ?? unknown
    return { ...offer, label: verb, dollars: null, order: null, reason }
  }
  return waiting === null ? offer : { ...offer, order: null, reason: offer.reason ?? waiting }
}

/** What failed, once more. */
export function againOffer(state: UiState, failed: { brief: Brief; frame: Frame }): GenerateOffer {
  return offerFor(state, failed.brief, failed.frame, 'Try again')
}

/** The same brief once more, for the same frame. */
export function moreOffer(state: UiState, made: { brief: Brief; frame: Frame }): GenerateOffer {
  return offerFor(state, made.brief, made.frame, `Generate ${made.brief.render.count} more`)
}
