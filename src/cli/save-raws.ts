import { join } from 'node:path'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Job } from '#domain/job.ts'
import { endingFor } from './ending-for.ts'
import { writePicture } from './write-picture.ts'

/**
 * Writes an edit's pictures with all that the model changed, unprotected; null for a result that has none. One that cannot be
 * had or written is null too, and that is said: the edit itself is there.
 */
export function saveRaws(client: ProxyClient, job: Job, folder: string): Promise<(string | null)[]> {
  return Promise.all(
    job.results.map(async ({ composite }, i) => {
      if (!composite) return null
      try {
        return await writePicture(job, join(folder, `${job.id}-${i + 1}-raw.png`), await client.rawResult(job.id, i))
      } catch (error) {
        console.error(endingFor(error).sentence)
        return null
      }
    }),
  )
}
