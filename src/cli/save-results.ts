import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Job } from '#domain/job.ts'

/** A picture that was paid for could not be written; the proxy still has it. */
class SaveError extends Error {
  override readonly name = 'SaveError'

  constructor(job: Job, file: string, cause: unknown) {
    super(`${file} cannot be written. The proxy keeps the picture: framewright fetch ${job.id} --out FOLDER`, { cause })
  }
}

/**
 * Writes a job's pictures into a folder that is there; answers with the files, in order.
 * @throws SaveError, or AppError when the proxy does not answer
 */
export function saveResults(client: ProxyClient, job: Job, folder: string): Promise<string[]> {
  return Promise.all(
    job.results.map(async ({ image }, i) => {
      const file = join(folder, `${job.id}-${i + 1}.${image.format === 'jpeg' ? 'jpg' : image.format}`)
      const bytes = await client.image(image.id)
      await writeFile(file, bytes).catch((cause: unknown) => {
        throw new SaveError(job, file, cause)
      })
      return file
    }),
  )
}
