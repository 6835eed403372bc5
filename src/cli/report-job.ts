import type { Job } from '#domain/job.ts'
import { formatPaid } from './format-paid.ts'

/** Says how a job ended and where its pictures are. */
export function reportJob(job: Job, files: string[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ job, files }, null, 2))
    return
  }
  if (job.failure) console.error(job.failure.message)
  for (const file of files) console.log(file)
  console.log(`${job.state} · ${formatPaid(job)}${job.engine.simulated ? ' (simulated)' : ''}`)
}
