import { randomUUID } from 'node:crypto'
import { access, constants, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '#domain/app-error.ts'
import { type ImageId, imageIdSchema } from '#domain/image.ts'
import type { BlobStore } from './blob-store.ts'
import { clearAbandoned } from './clear-abandoned.ts'
import { putAway } from './put-away.ts'
import { syncFolder, UNFINISHED } from './write-durably.ts'
import { writeHashed } from './write-hashed.ts'

/** Bytes read at once. */
const READ_SIZE = 512 * 1024

/** Keeps pictures as files in a folder that several processes may share; clears away writes that never finished. */
export async function openFileBlobs(folder: string): Promise<BlobStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await clearAbandoned(folder)
  const shelfOf = (id: ImageId): string => join(folder, imageIdSchema.parse(id).slice(0, 2))
  const pathOf = (id: ImageId): string => join(shelfOf(id), id)
  const makeShelf = createShelves(folder)
  return {
    async write(bytes, { arriving } = {}) {
      const stays = arriving !== undefined
      const unfinished = arriving ?? join(folder, `${randomUUID()}${UNFINISHED}`)
      const kept = await writeHashed(unfinished, bytes, { named: stays })
      try {
        await makeShelf(shelfOf(kept.id))
        await putAway(unfinished, pathOf(kept.id), { stays })
        return kept
      } catch (error) {
        if (!stays) await rm(unfinished, { force: true })
        throw error
      }
    },
    async read(id, range) {
      const file = await openKept(pathOf(id))
      return file.createReadStream({
        highWaterMark: READ_SIZE,
        ...(range ? { start: range.from, end: range.to } : {}),
      }) satisfies Readable
    },
    remove: async (id, unlessWrittenSince) => removeFile(pathOf(id), unlessWrittenSince),
    async check() {
      await access(folder, constants.R_OK | constants.W_OK)
      return 'Pictures can be kept and read.'
    },
    close: async () => {},
  }
}

/** Makes a folder inside the folder, on disk when it returns; once in the life of a process. */
function createShelves(folder: string): (shelf: string) => Promise<void> {
  const onDisk = new Set<string>()
  return async (shelf) => {
    if (onDisk.has(shelf)) return
    await mkdir(shelf, { recursive: true, mode: 0o700 })
    await syncFolder(folder)
    onDisk.add(shelf)
  }
}

async function openKept(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    throw isMissing(cause) ? new AppError('image_missing', { cause }) : cause
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Looks at the age of the file under a name nobody writes to, so that one written at this moment cannot be taken for it. */
async function removeFile(path: string, unlessWrittenSince: Date | undefined): Promise<boolean> {
  const leaving = `${path}.${randomUUID()}${UNFINISHED}`
  try {
    if (unlessWrittenSince && (await stat(path)).mtime >= unlessWrittenSince) return false
    await rename(path, leaving)
    const stays = unlessWrittenSince !== undefined && (await stat(leaving)).mtime >= unlessWrittenSince
    await (stays ? rename(leaving, path) : rm(leaving))
    return !stays
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}
