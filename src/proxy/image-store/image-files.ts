import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#domain/app-error.ts'
import { type ImageId, imageIdSchema } from '#domain/image.ts'
import { UNFINISHED, writeDurably } from './write-durably.ts'

/** Files named by the SHA-256 of what is in them, so the same bytes are one file. */
export interface ImageFiles {
  /** Returns when the bytes are on disk. */
  write(bytes: Uint8Array): Promise<ImageId>
  /** Throws AppError `image_missing`. */
  read(id: ImageId): Promise<Uint8Array>
}

/** Opens the folder of image files and clears away writes that never finished. */
export async function openImageFiles(folder: string): Promise<ImageFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await clearUnfinished(folder)
  const pathOf = (id: ImageId): string => {
    const safe = imageIdSchema.parse(id)
    return join(folder, safe.slice(0, 2), safe)
  }
  return {
    async write(bytes) {
      const id = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(id)
      if (!(await hasLength(path, bytes.byteLength))) await writeDurably(path, bytes)
      return id
    },
    async read(id) {
      try {
        return await readFile(pathOf(id))
      } catch (cause) {
        throw new AppError('image_missing', { cause })
      }
    },
  }
}

async function hasLength(path: string, length: number): Promise<boolean> {
  try {
    return (await stat(path)).size === length
  } catch {
    return false
  }
}

async function clearUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const left = names.filter((name) => name.endsWith(UNFINISHED))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}
