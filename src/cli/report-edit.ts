import type { BothPrices } from '#domain/edits/both-prices.ts'
import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import type { Job } from '#domain/job.ts'
import { formatPrice } from '#domain/money.ts'
import type { Estimate } from '#domain/pricing.ts'
import { formatPaid } from './format-paid.ts'

export interface EditDone {
  job: Job
  prices: BothPrices
  files: string[]
  /** As `files`, of what the model made; empty when not asked for. */
  raws: (string | null)[]
}

const priced = ({ exact, total }: Estimate): string => `${exact ? '' : 'at most '}${formatPrice(total)}`

function measuresLine({ changedOutside, outside, drift, seam }: EditMeasures): string {
  const seamPart = seam ? ` · seam ΔE ${seam.before.toFixed(1)} → ${seam.after.toFixed(1)}` : ''
  return `  outside the mask ${changedOutside} of ${outside} pixels changed · the model had changed ${(drift.share * 100).toFixed(1)} % (mean ΔE ${drift.mean.toFixed(1)})${seamPart}`
}

/** Says how an edit ended, what it costs both ways, where its pictures are and what was measured of each. */
export function reportEdit({ job, prices, files, raws }: EditDone, json: boolean): void {
  if (json) {
    const results = job.results.map(({ composite, mismatches }, i) => ({
      file: files[i] ?? null,
      raw: raws[i] ?? null,
      ...(composite?.measures ?? { changedOutside: null, outside: null, drift: null, seam: null }),
      mismatches,
    }))
    const both = { window: prices.window.total, whole: prices.whole?.total ?? prices.window.total }
    console.log(JSON.stringify({ job, prices: both, files, results }, null, 2))
    return
  }
  if (job.failure) console.error(job.failure.message)
  for (const [i, { composite, mismatches }] of job.results.entries()) {
    console.log([files[i], raws[i]].filter((file) => file).join('  '))
    if (composite?.measures) console.log(measuresLine(composite.measures))
    for (const sentence of mismatches) console.log(`  ${sentence}`)
  }
  const { whole, window } = prices
  if (whole) console.log(`window ${priced(window)} · whole picture ${priced(whole)}`)
  console.log(`${job.state} · ${formatPaid(job)}${job.engine.simulated ? ' (simulated)' : ''}`)
}
