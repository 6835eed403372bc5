/**
 * Whether the upstream may have charged for the request that failed.
 * `no`: the reservation is released. `maybe`: it stays spent until someone decides.
 */
export type Billed = 'no' | 'maybe'

interface FailureRow {
  /** HTTP status the proxy answers with; 0 for failures that never cross HTTP. */
  status: number
  /** True when the same action can succeed later, unchanged. */
  retryable: boolean
  billed: Billed
  /** What happened, why, what to do. `{name}` is filled from the failure's details. */
  sentence: string
}

const row = (status: number, sentence: string, more: { retryable?: boolean; billed?: Billed } = {}): FailureRow => ({
  status,
  sentence,
  retryable: more.retryable ?? false,
  billed: more.billed ?? 'no',
})

/** Every way something can fail, in one table. A new failure is a new row here. */
export const FAILURES = {
  // The brief and the frame
  frame_invalid: row(400, 'A frame must be between 1 and 100,000 on each side. Select a frame with a normal size.'),
  idea_missing: row(400, 'The brief is empty. Write what you want to see, then generate.'),
  frame_removed: row(
    0,
    'The frame this picture is for was deleted. Nothing was spent. Select another frame and generate again.',
  ),
  frame_resized: row(
    0,
    '“{name}” is now {size}. Nothing was spent. Look at the new size and price and generate again.',
  ),
  prompt_too_long: row(
    400,
    'The brief makes a prompt of {length} characters and the model reads at most {limit}. Shorten the brief.',
  ),
  too_many_references: row(
    400,
    'There are {count} references and the model takes at most {limit}. Remove some references.',
  ),
  model_unknown: row(400, 'This proxy does not offer the model “{model}”. Choose another model.'),
  option_unsupported: row(400, '{model} does not support {option}. Choose another value or another model.'),
  request_invalid: row(400, 'The proxy could not read this request ({where}). Update the plugin, then try again.'),

  // Images
  image_unreadable: row(
    415,
    'This file is not a PNG, JPEG, WEBP or GIF picture, whatever its name says. Choose a picture file.',
  ),
  image_damaged: row(
    422,
    'This picture is damaged or cut short and cannot be opened. Export it again and add the new file.',
  ),
  image_too_large: row(
    413,
    'This picture is {width} × {height} pixels, more than the limit of {megapixels} megapixels. Make it smaller and add it again.',
  ),
  image_too_heavy: row(413, 'This picture is larger than {limit} MB. Make it smaller and add it again.'),
  image_missing: row(404, 'The proxy does not have this picture (any more). Add it again.'),

  // The proxy
  token_wrong: row(
    401,
    'The proxy does not know this member token. Open Settings and paste the token again, or ask whoever runs the proxy for a new one.',
  ),
  not_found: row(404, 'The proxy has nothing at this address.'),
  host_refused: row(
    421,
    'This proxy answers only on this machine, as localhost. To reach it by another name, set HOST to the address it listens on.',
  ),
  job_missing: row(404, 'The proxy does not know this job.'),
  job_conflict: row(409, 'A different job was already sent under this id. Generate again to start a new one.'),
  price_changed: row(
    409,
    'The price is now {price}, not {agreed}. Nothing was spent. Look at the new price and generate again.',
  ),
  over_budget: row(
    402,
    'This costs {price} and {left} is left of your budget, so {missing} is missing. Nothing was spent. Choose a cheaper stage or ask for a larger budget.',
  ),
  over_team_budget: row(
    402,
    'This costs {price} and {left} is left of the team’s budget, so {missing} is missing. Nothing was spent. Choose a cheaper stage or ask for a larger budget.',
  ),
  over_job_limit: row(
    402,
    'This costs {price} and the team allows at most {limit} for one job, so it is {missing} too dear. Nothing was spent. Choose a cheaper stage or fewer pictures.',
  ),
  batch_conflict: row(409, 'A different batch was already sent under this id. Generate again to start a new one.'),
  admin_only: row(403, 'Only an admin of this proxy may see this.'),
  too_many_requests: row(429, 'Too many requests in a short time. Wait {seconds} seconds, then try again.', {
    retryable: true,
  }),
  storage_limit: row(
    507,
    'The proxy’s disk limit of {limit} GB is reached, so it takes no new pictures. Nothing was spent. Whoever runs the proxy can raise the limit or run its maintenance.',
  ),
  contract_mismatch: row(
    426,
    'The plugin and the proxy are of different versions (plugin {plugin}, proxy {proxy}). Update the older one.',
  ),
  body_too_large: row(413, 'The request is larger than the proxy accepts.'),
  internal: row(
    500,
    'Something went wrong inside Framewright. Try again; if it happens again, tell whoever runs the proxy.',
    {
      retryable: true,
    },
  ),
  proxy_unreachable: row(
    0,
    'The proxy at {address} does not answer. Check that it is running and that the address in Settings is right.',
    { retryable: true },
  ),
  proxy_unreachable_local: row(
    0,
    'The proxy at {address} does not answer. Start it with “npm start”. If Figma runs in a browser, allow it to reach apps on this device, or use the desktop app.',
    { retryable: true },
  ),
  proxy_address_invalid: row(0, '“{address}” is not a web address. It starts with http:// or https://.'),
  proxy_not_allowed: row(
    0,
    'This build of the plugin may not reach {address}. Use http://localhost:8787, or ask for a build for your proxy.',
  ),
  proxy_not_framewright: row(
    0,
    'Something answers at {address}, but it is not a Framewright proxy. Check the address in Settings.',
  ),

  // The upstream model
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
    { retryable: true },
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
  failed_after_sending: row(
    500,
    'Something went wrong inside Framewright after the request was sent. It may have been charged, so it was not sent again. Try again only if you accept paying twice.',
    { retryable: true, billed: 'maybe' },
  ),

  // The canvas
  nothing_selected: row(0, 'Nothing is selected. Select a frame on the canvas.'),
  node_removed: row(
    0,
    'That layer was deleted meanwhile. Nothing is lost: select another frame and place the picture there.',
  ),
  other_file: row(0, 'This picture was made for a frame in another file. Select a layer here and place it.'),
  node_has_no_fill: row(
    0,
    '“{name}” cannot hold an image fill. Place the picture as a new layer, or select another layer.',
  ),
  layer_impossible: row(
    0,
    'Figma has no place for a new layer at “{name}”. Place the picture as an image fill or beside it.',
  ),
  node_inside_instance: row(
    0,
    '“{name}” is an instance or inside one, where Figma allows no new layers. Place the picture as an image fill or beside the frame.',
  ),
  fill_not_overridable: row(
    0,
    'Figma does not let this instance change the fill of “{name}”. Change the main component, detach the instance, or place the picture beside it.',
  ),
  file_read_only: row(
    0,
    'This file is read-only for you, so nothing can be placed. Duplicate the file to your drafts and try again.',
  ),
  nothing_visible: row(0, '“{name}” has nothing visible to export. Show the layer and its parents, then try again.'),
  fill_missing: row(0, '“{name}” has no image fill any more. Add the reference again.'),
  figma_image_refused: row(0, 'Figma cannot use this picture. It takes PNG, JPEG and GIF up to 4096 pixels a side.'),
  figma_image_too_large: row(
    0,
    'This picture is larger than the 4096 pixels a side that Figma takes. Make a smaller one.',
  ),
  figma_image_slow: row(0, 'Figma has not loaded this picture yet. Wait until it shows on the canvas and try again.', {
    retryable: true,
  }),
  storage_full: row(0, 'Figma’s storage for this plugin is full, so the change was not saved.'),
  method_unknown: row(0, 'The two halves of the plugin are of different versions. Close the plugin and open it again.'),
  canvas_failed: row(0, 'Figma refused: {reason}'),
} as const satisfies Record<string, FailureRow>
