import { parseArgs } from 'node:util'
import { jobIdSchema } from '#domain/job.ts'
import { formatPrice } from '#domain/money.ts'
import { UsageError } from '../usage-error.ts'
import { withOperations } from '../with-operations.ts'

const SAID = { charged: 'counts as spent', free: 'is given back' } as const

/** `resolve`: ends the reservation of a job that may have been charged, after a look at the upstream's bill. */
export async function resolve(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const id = jobIdSchema.safeParse(positionals[0])
  const verdict = (['charged', 'free'] as const).find((word) => word === positionals[1])
  if (!id.success || verdict === undefined || positionals.length !== 2)
    throw new UsageError('resolve takes the id of one job, as “usage” lists it, and “charged” or “free”.')
  return withOperations(async (operations) => {
    const held = await operations.resolve(id.data, verdict)
    console.log(`${formatPrice(held)} of the job ${id.data} ${SAID[verdict]}.`)
  })
}
