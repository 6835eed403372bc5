import { toFailure } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import { type Failure, makeFailure } from '#domain/failure.ts'
import type { Frame } from '#domain/frame.ts'
import { MODES } from '#domain/mode.ts'
import { DEFAULT_MODEL_ID, findModel, type Model } from '#domain/models.ts'
import { type PlannedJob, planJob } from '#domain/plan-job.ts'
import type { UiState } from '../ui-state.ts'

/** The models on offer; before the proxy has answered, the default one. */
export function modelsOf(state: Pick<UiState, 'connection'>): readonly Model[] {
  return state.connection.session?.models ?? [findModel(DEFAULT_MODEL_ID)]
}

/** The model a brief names; null when it is not on offer. */
export function modelOf(state: Pick<UiState, 'connection'>, brief: Brief): Model | null {
  return modelsOf(state).find((model) => model.id === brief.render.model) ?? null
}

export type Planned = { job: PlannedJob; failure: Failure | null } | { job: null; failure: Failure }

/**
 * What a brief and a frame come to. A brief without an idea has a plan and a price too, so that the screen does not
 * jump with the first letter; its failure says what is missing.
 */
export function planned(state: Pick<UiState, 'connection'>, brief: Brief, frame: Frame): Planned {
  const model = modelOf(state, brief)
  if (!model) return { job: null, failure: makeFailure('model_unknown', { model: brief.render.model }) }
  const empty = MODES[brief.mode].ideaNeeded && brief.idea.trim() === ''
  try {
    const job = planJob(empty ? { ...brief, idea: '…' } : brief, frame, model)
    return { job, failure: empty ? makeFailure('idea_missing') : null }
  } catch (error) {
    return { job: null, failure: toFailure(error) }
  }
}
