import { verbSchema } from '#domain/edits/verb.ts'

const VERB_LINES = verbSchema.options.join('|')

/** What the command line can do. */
export const HELP = `framewright <command>
  generate --frame 1440x900 --idea "…" [--text "…"]… [--avoid "…"]… [--reference file.png:subject]…
           [--stage draft|review|final] [--count 1-10] [--scale 1|2|3 | --tier 1k|2k|4k]
           [--format png|jpeg|webp] [--model ID] [--previews 0-3] [--out DIR] [--json]
  edit     --image in.png --change "…" [--mask mask.png] [--keep "…"]… [--avoid "…"]…
           [--verb ${VERB_LINES}]
           [--whole] [--no-match] [--matte #ffffff] [--stage draft|review|final] [--count 1-10]
           [--model ID] [--raw] [--out DIR] [--json]
           The mask is a PNG of the picture’s size, see-through where it may change, or black there
           when it has no alpha; without one all may change. Outside it no pixel does. --keep adds
           to what the verb keeps by itself; --whole sends all of the picture, not only a window;
           --no-match leaves colours at the seam as they came; --raw also writes what the model made.
  plan     --frame 1440x900 [--scale 1|2|3 | --tier 1k|2k|4k] [--model ID]
           [--credits default|1K=6,2K=12,4K=20] [--json]
  jobs     [--all] [--json]
  fetch    JOB [--out DIR] [--json]
  session  [--json]
FRAMEWRIGHT_PROXY and FRAMEWRIGHT_TOKEN name a proxy; without them the one that works in the data folder
is used, or one runs in this process.

For whoever runs the proxy, while it runs or not. These work on its database (DATA_DIR or DATABASE_URL):
  members add NAME --budget 25.00 [--monthly] [--admin]    prints the token, once
  members list [--json]
  members set-budget NAME 50.00 [--monthly | --total]
  members revoke NAME                                      “add” gives a revoked member a new token
  team show [--json]
  team set [--budget 500|none] [--monthly | --total] [--job-limit 2.00|none]
           [--credits default|1K=6,2K=12,4K=20|none]
  usage    [--by day|member] [--json]
  resolve  JOB charged|free                                ends a job that may have been charged
  maintenance [--json]                                     clears away what retention no longer keeps
Budgets are in dollars. A monthly one starts anew with each month (UTC).`
