import type { FailureCode } from '#domain/failure.ts'
import type { RefusalMarks } from './upstream-refusal.ts'

interface FailureRow {
  when: {
    code?: readonly string[]
    type?: readonly string[]
    status?: readonly number[]
    param?: RegExp
    says?: RegExp
  }
  failure: FailureCode
}

const QUOTA = [
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'billing_hard_limit_reached',
] as const

/** Reads the upstream's own codes; the first row that fits decides. */
const BY_CODE: readonly FailureRow[] = [
  { when: { code: ['moderation_blocked', 'contentFilter', 'content_filter'] }, failure: 'moderation_blocked' },
  { when: { code: ['invalid_api_key'] }, failure: 'upstream_key_wrong' },
  { when: { code: ['model_not_found', 'DeploymentNotFound'] }, failure: 'upstream_model_missing' },
  { when: { code: QUOTA }, failure: 'upstream_quota' },
  // The code of an account without access is that of a busy one; only the text tells.
  { when: { code: ['rate_limit_exceeded'], says: /\bLimit:? 0\b/ }, failure: 'upstream_no_access' },
  { when: { code: ['rate_limit_exceeded', 'slow_down'] }, failure: 'upstream_rate_limited' },
  { when: { code: ['invalid_image_file'] }, failure: 'upstream_image_refused' },
  { when: { code: ['invalid_mask_image_format'] }, failure: 'upstream_mask_refused' },
  { when: { code: ['server_is_overloaded'] }, failure: 'upstream_overloaded' },
  { when: { code: ['server_error'] }, failure: 'upstream_failed' },
  { when: { param: /^size$/ }, failure: 'upstream_size_refused' },
  { when: { param: /^image/ }, failure: 'upstream_image_refused' },
  { when: { param: /^mask/ }, failure: 'upstream_mask_refused' },
  {
    when: { code: ['invalid_value', 'unknown_parameter', 'invalid_input_fidelity_model'] },
    failure: 'upstream_request_refused',
  },
]

/** For errors without a code. */
const BY_TEXT: readonly FailureRow[] = [
  { when: { status: [403], says: /must be verified/i }, failure: 'upstream_unverified' },
  { when: { status: [400], says: /safety system/i }, failure: 'moderation_blocked' },
  { when: { status: [429], says: /\bLimit:? 0\b/ }, failure: 'upstream_no_access' },
]

const BY_TYPE_AND_STATUS: readonly FailureRow[] = [
  { when: { type: QUOTA }, failure: 'upstream_quota' },
  { when: { status: [401] }, failure: 'upstream_key_wrong' },
  { when: { status: [403] }, failure: 'upstream_forbidden' },
  { when: { status: [404] }, failure: 'upstream_model_missing' },
  { when: { status: [413] }, failure: 'upstream_image_refused' },
  { when: { status: [429] }, failure: 'upstream_rate_limited' },
  { when: { status: [503, 529] }, failure: 'upstream_overloaded' },
  { when: { status: [408] }, failure: 'upstream_failed' },
]

/**
 * Our code for an error the upstream answered with. The text is read only where no code tells, and is not kept.
 * An error we do not know counts as charged unless its status says the request was refused.
 */
export function upstreamFailure(marks: RefusalMarks, text: string): FailureCode {
  const rows = [...BY_CODE, ...(marks.code === null ? BY_TEXT : []), ...BY_TYPE_AND_STATUS]
  const row = rows.find(({ when }) => fits(when, marks, text))
  if (row) return row.failure
  const refused = marks.status !== null && marks.status >= 300 && marks.status < 500
  return refused ? 'upstream_request_refused' : 'upstream_failed'
}

function fits(when: FailureRow['when'], marks: RefusalMarks, text: string): boolean {
  return (
    (!when.code || (marks.code !== null && when.code.includes(marks.code))) &&
    (!when.type || (marks.type !== null && when.type.includes(marks.type))) &&
    (!when.status || (marks.status !== null && when.status.includes(marks.status))) &&
    (!when.param || (marks.param !== null && when.param.test(marks.param))) &&
    (!when.says || when.says.test(text))
  )
}
