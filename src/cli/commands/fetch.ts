import { parseArgs } from 'node:util'
import { jobIdSchema } from '#domain/job.ts'
import { connect } from '../connect.ts'
import { makeFolder } from '../make-folder.ts'
import { reportJob } from '../report-job.ts'
import { saveResults } from '../save-results.ts'
import { UsageError } from '../usage-error.ts'

/** `fetch`: writes the pictures of a job that was made before. */
export async function fetch(args: string[]): Promise<number> {
  const options = { out: { type: 'string', default: '.' }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const id = jobIdSchema.safeParse(positionals[0])
  if (!id.success || positionals.length !== 1)
    throw new UsageError('fetch takes the id of one job, as “jobs” lists it.')
  await makeFolder(values.out)
  const { client, close } = await connect(process.env)
  try {
    const job = await client.job(id.data)
    reportJob(job, await saveResults(client, job, values.out), values.json)
    return job.results.length > 0 ? 0 : 1
  } finally {
    await close()
  }
}
