import { parseArgs } from 'node:util'
import { formatPrice } from '#domain/money.ts'
import { connect } from '../connect.ts'

/** `jobs`: my jobs, newest first. */
export async function jobs(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const { client, close } = await connect(process.env)
  try {
    const list = await client.listJobs()
    if (values.json) {
      console.log(JSON.stringify(list, null, 2))
      return 0
    }
    for (const job of list) {
      const price = formatPrice(job.price.charged ?? job.price.reserved)
      const { width, height } = job.frame
      console.log([job.createdAt, job.id, job.state.padEnd(9), `${width}x${height}`.padEnd(10), price].join('  '))
    }
    return 0
  } finally {
    await close()
  }
}
