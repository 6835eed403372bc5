import { join } from 'node:path'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Job } from '#domain/job.ts'
import { writePicture } from './write-picture.ts'

/**
 * Writes a job's pictures into a folder that is there; answers with the files, in order.
 * @throws SaveError, or AppError when the proxy does not answer
 */
export function saveResults(client: ProxyClient, job: Job, folder: string): Promise<string[]> {
  return Promise.all(
    job.results.map(async ({ image }, i) => {
      const file = join(folder, `${job.id}-${i + 1}.${image.format === 'jpeg' ? 'jpg' : image.format}`)
      return writePicture(job, file, await client.image(image.id))
    }),
  )
}
