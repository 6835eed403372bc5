import { readFile } from 'node:fs/promises'
import { UsageError } from './usage-error.ts'

/** The bytes of a file; `what` is what the message calls it. Throws UsageError. */
export async function readPicture(what: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`The ${what} ${path} cannot be read.`)
  })
  return Uint8Array.from(bytes)
}
