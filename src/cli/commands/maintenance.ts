import { parseArgs } from 'node:util'
import { withOperations } from '../with-operations.ts'

/** `maintenance`: clears away what retention no longer keeps, as the proxy itself does each day. */
export async function maintenance(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  return withOperations(async ({ maintain }) => {
    const cleared = await maintain()
    if (values.json) console.log(JSON.stringify(cleared, null, 2))
    else if (cleared === null) console.log('Another process clears away right now, so there was nothing to do.')
    else
      console.log(
        `Cleared away: ${cleared.pictures} pictures of ${(cleared.bytes / 1_000_000).toFixed(1)} MB, the results of ${cleared.jobs} jobs.`,
      )
  })
}
