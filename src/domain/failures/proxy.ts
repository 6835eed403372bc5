import { type FailureRow, row } from './row.ts'

/** Where the proxy refuses, or cannot be reached. */
export const PROXY_FAILURES = {
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
  storage_failed: row(
    503,
    'The place where the proxy keeps pictures does not answer. Nothing was charged for this. Wait a moment and try again; if it goes on, tell whoever runs the proxy.',
    { retryable: true, waits: 'job' },
  ),
  storage_limit: row(
    507,
    'The proxy’s disk limit of {limit} GB is reached, so it takes no new pictures. Nothing was spent. Whoever runs the proxy can raise the limit or run its maintenance.',
  ),
  stopping: row(
    503,
    'The proxy is stopping. Wait a moment and try again; if it goes on, ask whoever runs the proxy to start it again.',
    { retryable: true },
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
} as const satisfies Record<string, FailureRow>
