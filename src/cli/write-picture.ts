import { writeFile } from 'node:fs/promises'
import type { Job } from '#domain/job.ts'

/** A picture that was paid for could not be written; the proxy still has it. */
class SaveError extends Error {
  override readonly name = 'SaveError'

  constructor(job: Job, file: string, cause: unknown) {
    super(`${file} cannot be written. The proxy keeps the picture: framewright fetch ${job.id} --out FOLDER`, { cause })
  }
}

/** Writes a picture of a job; answers with the file. Throws SaveError. */
export async function writePicture(job: Job, file: string, bytes: Uint8Array): Promise<string> {
  await writeFile(file, bytes).catch((cause: unknown) => {
    throw new SaveError(job, file, cause)
  })
  return file
}
