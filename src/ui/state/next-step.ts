import type { Failure, FailureCode } from '#domain/failure.ts'

/** What a person can do about a failure, beside putting it away. */
export type NextStep = 'openSettings' | 'tryAgain' | 'backToBrief' | null

const steps: Partial<Record<FailureCode, NextStep>> = {
  token_wrong: 'openSettings',
  proxy_address_invalid: 'openSettings',
  proxy_not_allowed: 'openSettings',
  proxy_not_framewright: 'openSettings',
  host_refused: 'openSettings',
  contract_mismatch: null,
  job_conflict: 'backToBrief',
  batch_conflict: 'backToBrief',
  price_changed: 'backToBrief',
  frame_removed: 'backToBrief',
  frame_resized: 'backToBrief',
  over_budget: 'backToBrief',
  over_team_budget: 'backToBrief',
  over_job_limit: 'backToBrief',
  idea_missing: 'backToBrief',
  prompt_too_long: 'backToBrief',
  too_many_references: 'backToBrief',
  option_unsupported: 'backToBrief',
  model_unknown: 'backToBrief',
  image_missing: 'backToBrief',
  original_lost: 'backToBrief',
  backdrop_removed: 'backToBrief',
  mask_layer_moved: 'backToBrief',
  mask_layer_removed: 'backToBrief',
  expand_too_large: 'backToBrief',
  mask_missing: 'backToBrief',
  upstream_mask_refused: 'backToBrief',
  moderation_blocked: 'backToBrief',
  upstream_size_refused: 'backToBrief',
  upstream_image_refused: 'backToBrief',
  upstream_request_refused: 'backToBrief',
  upstream_model_missing: 'backToBrief',
}

export function nextStep(failure: Failure): NextStep {
  const step = steps[failure.code]
  return step === undefined ? (failure.retryable ? 'tryAgain' : null) : step
}
