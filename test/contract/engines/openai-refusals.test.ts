import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { FailureCode } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import { createOpenAIEngine } from '#proxy/engines/openai/openai-engine.ts'
import { UpstreamRefusal } from '#proxy/engines/openai/upstream-refusal.ts'
import { engineCall, SECRET_WORD } from './engine-call.ts'
import { failureOf } from './failure-of.ts'
import { openAIBench } from './openai-bench.ts'

interface Row {
  status: number
  type?: string | null
  code: string | null
  param?: string
  message?: string
  failure: FailureCode
}

const USER = 'image_generation_user_error'
const BAD = 'invalid_request_error'
const RATE =
  'Rate limit reached for gpt-image-2 (for limit gpt-image) in organization org-1 on images per minute (IPM): '

/** Every row of the vendor's error table, and what a gateway may answer instead. */
const ROWS: Row[] = [
  { status: 400, type: USER, code: 'invalid_value', param: 'size', failure: 'upstream_size_refused' },
  { status: 400, type: USER, code: 'moderation_blocked', failure: 'moderation_blocked' },
  { status: 400, type: USER, code: 'invalid_input_fidelity_model', failure: 'upstream_request_refused' },
  { status: 400, type: USER, code: 'invalid_value', failure: 'upstream_request_refused' },
  { status: 400, type: USER, code: 'invalid_image_file', failure: 'upstream_image_refused' },
  { status: 400, type: USER, code: 'invalid_mask_image_format', failure: 'upstream_mask_refused' },
  { status: 400, type: BAD, code: 'unsupported_file_mimetype', param: 'image', failure: 'upstream_image_refused' },
  { status: 400, type: BAD, code: 'unknown_parameter', param: 'style', failure: 'upstream_request_refused' },
  { status: 400, type: null, code: 'billing_hard_limit_reached', failure: 'upstream_quota' },
  { status: 400, type: USER, code: null, message: 'rejected by the safety system', failure: 'moderation_blocked' },
  { status: 401, type: BAD, code: 'invalid_api_key', failure: 'upstream_key_wrong' },
  { status: 401, type: BAD, code: null, failure: 'upstream_key_wrong' },
  {
    status: 403,
    type: BAD,
    code: null,
    message: 'Your organization must be verified to use the model `gpt-image-2`.',
    failure: 'upstream_unverified',
  },
  { status: 403, type: BAD, code: null, message: 'Forbidden', failure: 'upstream_forbidden' },
  { status: 404, type: BAD, code: 'model_not_found', failure: 'upstream_model_missing' },
  { status: 413, type: null, code: null, failure: 'upstream_image_refused' },
  {
    status: 429,
    type: 'input-images',
    code: 'rate_limit_exceeded',
    message: `${RATE}Limit 5, Used 5, Requested 1. Please try again in 12s.`,
    failure: 'upstream_rate_limited',
  },
  {
    status: 429,
    type: 'requests',
    code: 'rate_limit_exceeded',
    message: `${RATE}Limit 0, Used 0, Requested 1.`,
    failure: 'upstream_no_access',
  },
  { status: 429, type: 'rate_limit_error', code: 'slow_down', failure: 'upstream_rate_limited' },
  { status: 429, type: 'insufficient_quota', code: 'insufficient_quota', failure: 'upstream_quota' },
  { status: 429, type: 'insufficient_quota', code: null, failure: 'upstream_quota' },
  { status: 429, code: 'credit_balance_exhausted', failure: 'upstream_quota' },
  { status: 429, code: 'organization_spend_limit_exceeded', failure: 'upstream_quota' },
  { status: 429, code: 'project_spend_limit_exceeded', failure: 'upstream_quota' },
  { status: 429, code: 'organization_usage_limit_exceeded', failure: 'upstream_quota' },
  { status: 500, type: 'server_error', code: null, failure: 'upstream_failed' },
  { status: 500, type: 'server_error', code: 'server_error', failure: 'upstream_failed' },
  { status: 502, type: null, code: null, failure: 'upstream_failed' },
  { status: 503, type: 'server_error', code: 'server_is_overloaded', failure: 'upstream_overloaded' },
  { status: 503, type: null, code: null, failure: 'upstream_overloaded' },
  { status: 524, type: null, code: null, failure: 'upstream_failed' },
  { status: 418, type: null, code: null, failure: 'upstream_request_refused' },
]

describe('an error answer of OpenAI', () => {
  const bench = openAIBench()

  it.each(ROWS)('$status $code $param is $failure', async ({ status, type = null, code, param = null, ...row }) => {
    const { prompt } = (await engineCall()).request
    const message = `${row.message ?? 'Refused.'} The prompt was “${prompt}”, the key ${bench.fake.apiKey}.`
    bench.fake.next({ kind: 'error', status, body: { error: { message, type, code, param } } })
    const failure = await failureOf(bench.engine.run(await engineCall()))
    expect(failure.code).toBe(row.failure)
    expect(bench.callsMade()).toBe(1)
    const everything = inspect(failure, { depth: 10 })
    expect(everything).not.toContain(SECRET_WORD)
    expect(everything).not.toContain(bench.fake.apiKey)
  })

  it('is kept as marks with the id of the call and what moderation said', async () => {
    const details = { moderation_stage: 'input', categories: ['violence', `a sentence about ${SECRET_WORD}`] }
    bench.fake.next({
      kind: 'error',
      status: 400,
      body: { error: { message: 'No.', type: USER, code: 'moderation_blocked', moderation_details: details } },
    })
    const { cause, failure } = await failureOf(bench.engine.run(await engineCall()))
    expect(cause).toBeInstanceOf(UpstreamRefusal)
    expect(cause).toMatchObject({
      marks: { status: 400, code: 'moderation_blocked', categories: ['violence'], stage: 'input' },
    })
    expect(failure.details?.['requestId']).toMatch(/^req_fake_\d+$/)
  })

  it.each([
    { headers: { 'retry-after': '12' }, seconds: 12 },
    { headers: { 'retry-after-ms': '1500', 'retry-after': '2' }, seconds: 1.5 },
    { headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, seconds: 0 },
    { headers: { 'retry-after': 'soon' }, seconds: undefined },
    { headers: {}, seconds: undefined },
  ])('says how long to wait at a rate limit: $seconds', async ({ headers, seconds }) => {
    const error = { message: 'Slower.', type: 'rate_limit_error', code: 'slow_down', param: null }
    bench.fake.next({ kind: 'error', status: 429, body: { error }, headers })
    const { failure } = await failureOf(bench.engine.run(await engineCall()))
    expect(failure.details?.['retryAfterSeconds']).toBe(seconds)
  })

  it('that is a web page is read by its status', async () => {
    bench.fake.next({ kind: 'error', status: 502, body: '<html>Bad gateway</html>' })
    expect((await failureOf(bench.engine.run(await engineCall()))).code).toBe('upstream_failed')
  })

  it('of a server that may have worked counts as charged', () => {
    const charged = ROWS.filter(({ failure }) => FAILURES[failure].billed === 'maybe').map(({ status }) => status)
    expect(ROWS.filter(({ status }) => status >= 500).every(({ status }) => charged.includes(status))).toBe(true)
    expect(charged).not.toContain(429)
  })

  it('of our own before anything is sent is free', async () => {
    const call = await engineCall({ references: 1 })
    const unreadable = { ...call, readImage: () => Promise.reject(new Error('The disk is gone')) }
    expect((await failureOf(bench.engine.run(unreadable))).code).toBe('failed_unsent')
    expect(FAILURES.failed_unsent.billed).toBe('no')
    expect(bench.callsMade()).toBe(0)
  })

  it('to a wrong key names nothing of the key', async () => {
    const stranger = createOpenAIEngine({ apiKey: 'sk-wrong-key', baseUrl: bench.fake.url })
    const failure = await failureOf(stranger.run(await engineCall()))
    expect(failure.code).toBe('upstream_key_wrong')
    expect(inspect(failure, { depth: 10 })).not.toContain('sk-wrong')
  })
})
