import { readConfig } from '#proxy/config.ts'
import { type Operations, openOperations } from '#proxy/open-operations.ts'

/** Does the operator's work on the database of the settings, while a proxy runs or not. */
export async function withOperations(work: (operations: Operations) => Promise<void>): Promise<number> {
  const operations = await openOperations(readConfig(process.env))
  try {
    await work(operations)
    return 0
  } finally {
    await operations.close()
  }
}
