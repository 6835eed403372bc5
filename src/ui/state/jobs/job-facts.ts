import { hasEnded, JOB_STATES, type Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { stageRow } from '#domain/stage.ts'
import { sizeLabel } from '../brief/frame-label.ts'
import { paidLabel } from '../money/paid-label.ts'
import type { PriceLabel } from '../money/price-label.ts'
import type { JobEntry, UiState } from '../ui-state.ts'

export interface JobFacts {
  title: string
  /** “1440 × 900 · Draft · GPT Image 2” */
  subtitle: string
  /** Where it stands, in words. */
  status: string
  /** True while something can still happen to it. */
  active: boolean
  /** When a job that waits is tried again; ISO time, null when it does not wait. */
  nextTry: string | null
  /** Null before the proxy has answered. */
  price: PriceLabel | null
  /** ISO time the engine began; null before. */
  startedAt: string | null
  /** Seconds it usually takes; null when that is not known. */
  typicalSeconds: number | null
}

const AWAY = 'The proxy does not answer. Trying again …'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** “OpenAI’s rate limit is reached.” of a failure that goes on to say what to do. */
const firstSentence = (message: string): string => message.replace(/(?<=\.) .*$/s, '')

function standing(job: Job): string {
  if (job.state === 'queued' && job.waiting) return firstSentence(job.waiting.failure.message)
  if (job.state !== 'queued' || job.position === null) return JOB_STATES[job.state].label
  if (job.position === 0) return 'Next in line'
  return job.position === 1 ? '1 job ahead in line' : `${job.position} jobs ahead in line`
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
    nextTry: !away && job?.state === 'queued' && job.waiting ? job.waiting.until : null,
    price: job && paidLabel(job),
    startedAt: job?.startedAt ?? null,
    typicalSeconds: (render && typical?.[render.quality ?? stageRow(render.stage).quality]) ?? null,
  }
}
