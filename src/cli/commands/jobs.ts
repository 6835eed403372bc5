import { parseArgs } from 'node:util'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Job } from '#domain/job.ts'
import { connect } from '../connect.ts'
import { formatPaid } from '../format-paid.ts'

const MOST_AT_ONCE = 100

async function allJobs(client: ProxyClient): Promise<Job[]> {
  const all: Job[] = []
  for (;;) {
    const oldest = all.at(-1)?.id
    const page = await client.listJobs({ limit: MOST_AT_ONCE, ...(oldest ? { before: oldest } : {}) })
    all.push(...page)
    if (page.length < MOST_AT_ONCE) return all
  }
}

/** `jobs`: my latest jobs, or all of them, newest first. */
export async function jobs(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  })
  const { client, close } = await connect(process.env)
  try {
    const list = await (values.all ? allJobs(client) : client.listJobs())
    if (values.json) {
      console.log(JSON.stringify(list, null, 2))
      return 0
    }
    for (const job of list) {
      const { width, height } = job.frame
      console.log(
        [job.createdAt, job.id, job.state.padEnd(9), `${width}x${height}`.padEnd(10), formatPaid(job)].join('  '),
      )
    }
    return 0
  } finally {
    await close()
  }
}
