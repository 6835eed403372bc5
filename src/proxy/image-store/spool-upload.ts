import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#domain/app-error.ts'
import type { PictureFile } from '../pixels/prepare-upload.ts'
import { walkPicture } from '../pixels/structure/walk-picture.ts'
import { UNFINISHED } from './write-durably.ts'

/** Keeps an upload in a file while `use` works on it. However that ends, the file is gone. */
export async function withSpooled<T>(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  use: (file: PictureFile) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}${UNFINISHED}`)
  try {
    return await use({ path, ...(await spool(path, bytes)) })
  } finally {
    await rm(path, { force: true })
  }
}

/** Writes a file and looks at its structure on the way. Throws AppError `image_unreadable`. */
async function spool(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Omit<PictureFile, 'path'>> {
  const walk = walkPicture()
  let sound = true
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of bytes) {
      sound &&= follow(() => walk.feed(piece))
      await file.writeFile(piece)
    }
  } finally {
    await file.close()
  }
  const format = walk.format()
  if (format === null) throw new AppError('image_unreadable')
  const end = sound ? walk.end() : null
  const bare = end?.found.bare === true && end.rest === 0
  return { format, bare, bytes: (await stat(path)).size }
}

/** Some files with small faults still open; decoding decides. */
function follow(feed: () => void): boolean {
  try {
    feed()
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
