import { hasEnded, JOB_STATES, type Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { formatPrice } from '#domain/money.ts'
import { stageRow } from '#domain/stage.ts'
import { sizeLabel } from './frame-label.ts'
import type { JobEntry, UiState } from './ui-state.ts'

export interface JobFacts {
  title: string
  /** “1440 × 900 · Draft · GPT Image 2” */
  subtitle: string
  /** Where it stands, in words. */
  status: string
  /** True while something can still happen to it. */
  active: boolean
  /** “$0.08”, “$0.08 simulated”, “$0.08 reserved”; empty before the proxy has answered. */
  price: string
  /** ISO time the engine began; null before. */
  startedAt: string | null
  /** Seconds it usually takes; null when that is not known. */
  typicalSeconds: number | null
}

const AWAY = 'The proxy does not answer. Trying again …'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function standing(job: Job): string {
  if (job.state !== 'queued' || job.position === null) return JOB_STATES[job.state].label
  if (job.position === 0) return 'Next in line'
  return job.position === 1 ? '1 job ahead in line' : `${job.position} jobs ahead in line`
}

function pricePaid(job: Job): string {
  const { charged, reserved } = job.price
  const reservedLabel = job.engine.simulated ? 'simulated' : 'reserved'
  const simulated = job.engine.simulated ? ' simulated' : ''
  if (charged !== null) return `${formatPrice(charged)}${simulated}`
  if (job.mayHaveBeenCharged) return `${formatPrice(reserved)}${simulated}, perhaps charged`
  return hasEnded(job) ? 'Nothing charged' : `${formatPrice(reserved)} ${reservedLabel}`
}

/** What a job's card says. */
export function jobFacts(state: Pick<UiState, 'connection'>, entry: JobEntry): JobFacts {
  const { job, order } = entry
  const about = job ?? order
  const render = about?.brief.render
  const model = render && findModel(render.model)
  const typical = render && state.connection.session?.typicalSeconds[render.model]
  const active = !entry.failure && (!job || !hasEnded(job))
  const away = active && job && state.connection.failure?.retryable
  return {
    title: about?.frame.name || 'Picture',
    subtitle: about && render && model ? [sizeLabel(about.frame), capital(render.stage), model.label].join(' · ') : '',
    status: away ? AWAY : job ? standing(job) : 'Sending to the proxy',
    active,
    price: job ? pricePaid(job) : '',
    startedAt: job?.startedAt ?? null,
    typicalSeconds: (render && typical?.[render.quality ?? stageRow(render.stage).quality]) ?? null,
  }
}
