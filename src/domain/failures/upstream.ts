import { type FailureRow, row } from './row.ts'

/** How asking the model can fail. */
export const UPSTREAM_FAILURES = {
  upstream_key_wrong: row(
    502,
    'OpenAI refused the proxy’s API key. Whoever runs the proxy must set a valid OPENAI_API_KEY. Nothing was charged.',
  ),
  upstream_unverified: row(
    502,
    'The OpenAI organisation is not verified for this model. Whoever runs the proxy must verify it at OpenAI; it can take 15 minutes to count. Nothing was charged.',
  ),
  upstream_forbidden: row(
    502,
    'OpenAI does not let this key use the model. Whoever runs the proxy must check the key’s permissions. Nothing was charged.',
  ),
  upstream_model_missing: row(
    502,
    'OpenAI does not know this model or no longer offers it to this key. Choose another model. Nothing was charged.',
  ),
  upstream_rate_limited: row(503, 'OpenAI’s rate limit is reached. Nothing was charged. Wait a moment and try again.', {
    retryable: true,
    waits: 'upstream',
  }),
  upstream_no_access: row(
    502,
    'This OpenAI account may make no images at all with this model (its limit is 0). Whoever runs the proxy must raise the account’s tier. Nothing was charged.',
  ),
  upstream_quota: row(
    502,
    'The OpenAI account has no credit left or has reached its spending limit. Whoever runs the proxy must add credit. Nothing was charged.',
  ),
  upstream_size_refused: row(502, 'OpenAI refused the picture size. Nothing was charged. Choose another resolution.'),
  upstream_image_refused: row(
    502,
    'OpenAI could not read one of the reference pictures. Nothing was charged. Remove or replace the references.',
  ),
  upstream_mask_refused: row(502, 'OpenAI refused the mask. Nothing was charged. Draw the mask again.'),
  upstream_request_refused: row(
    502,
    'OpenAI refused a setting of this request. Nothing was charged. Choose other settings or another model.',
  ),
  moderation_blocked: row(
    422,
    'OpenAI’s safety system declined this brief or one of its references. It may have been charged. Change the wording or the references and try again.',
    { billed: 'maybe' },
  ),
  upstream_failed: row(
    502,
    'OpenAI failed while making the picture. It may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  upstream_overloaded: row(
    503,
    'OpenAI is overloaded. The picture may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  upstream_unreachable: row(
    502,
    'OpenAI cannot be reached from the proxy. Nothing was charged. Check the proxy’s network, then try again.',
    { retryable: true, waits: 'job' },
  ),
  upstream_timeout: row(
    504,
    'OpenAI did not finish in {seconds} seconds. The picture may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  upstream_cut_off: row(
    502,
    'The connection to OpenAI broke before the picture arrived. It may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  upstream_bad_answer: row(
    502,
    'OpenAI’s answer held no picture that can be opened. It may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  interrupted: row(
    500,
    'The proxy stopped while the picture was being made. It may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  interrupted_free: row(500, 'The proxy stopped while the picture was being made. Nothing was charged. Try again.', {
    retryable: true,
  }),
  failed_unsent: row(
    500,
    'Something went wrong inside Framewright before the request was sent. Nothing was charged. Try again; if it happens again, tell whoever runs the proxy.',
    { retryable: true },
  ),
  picture_not_kept: row(
    500,
    'The picture was made, but the proxy could not keep it, perhaps because its disk is full. It may have been charged, so it was not sent again. Tell whoever runs the proxy, and try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
  failed_after_sending: row(
    500,
    'Something went wrong inside Framewright after the request was sent. It may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),
} as const satisfies Record<string, FailureRow>
