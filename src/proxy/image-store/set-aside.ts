import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { UNFINISHED } from './write-durably.ts'

/** Moves bytes from memory to a file that has no name any more; it is gone when the stream is read or closed. */
export async function setAside(folder: string, bytes: Uint8Array): Promise<Readable> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}${UNFINISHED}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await file.writeFile(bytes)
    return file.createReadStream({ start: 0 })
  } catch (error) {
    await file.close()
    throw error
  } finally {
    await rm(path, { force: true })
  }
}
