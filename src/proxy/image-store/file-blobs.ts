import { createHash, randomUUID } from 'node:crypto'
import { access, constants, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '#domain/app-error.ts'
import { type ImageId, imageIdSchema } from '#domain/image.ts'
import type { BlobStore } from './blob-store.ts'
import { syncFolder, UNFINISHED } from './write-durably.ts'

/** A write takes minutes at most; a file that was not touched for so long belongs to a process that died. Milliseconds. */
const ABANDONED_MS = 24 * 60 * 60 * 1000

/** Bytes read at once. */
const READ_SIZE = 256 * 1024

/** Keeps pictures as files in a folder that several processes may share; clears away writes that never finished. */
export async function openFileBlobs(folder: string): Promise<BlobStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await clearAbandoned(folder)
  const shelfOf = (id: ImageId): string => join(folder, imageIdSchema.parse(id).slice(0, 2))
  const pathOf = (id: ImageId): string => join(shelfOf(id), id)
  const makeShelf = createShelves(folder)
  return {
    async write(bytes) {
      const unfinished = join(folder, `${randomUUID()}${UNFINISHED}`)
      try {
        const kept = await spool(unfinished, bytes)
        await makeShelf(shelfOf(kept.id))
        await putAway(unfinished, shelfOf(kept.id), kept)
        return kept
      } catch (error) {
        await rm(unfinished, { force: true })
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
    remove: (id, unlessWrittenSince) => removeFile(pathOf(id), unlessWrittenSince),
    check: () => access(folder, constants.R_OK | constants.W_OK),
    close: async () => {},
  }
}

interface Kept {
  id: ImageId
  bytes: number
}

/** Writes and hashes bytes as they arrive, then waits until they are on disk. */
async function spool(path: string, bytes: Parameters<BlobStore['write']>[0]): Promise<Kept> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of bytes) {
      const written = writeAll(file, piece)
      hash.update(piece)
      size += piece.byteLength
      await written
    }
    await file.datasync()
  } finally {
    await file.close()
  }
  return { id: hash.digest('hex'), bytes: size }
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.byteLength; ) at += (await file.write(piece, at)).bytesWritten
}

/** Gives a finished file its name; the same bytes that are there already make way. The name would outlive a power cut. */
async function putAway(unfinished: string, shelf: string, { id }: Kept): Promise<void> {
  await rename(unfinished, join(shelf, id))
  await syncFolder(shelf)
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

async function clearAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((one) => one.endsWith(UNFINISHED))) {
    const path = join(folder, name)
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    )
    if (touched !== null && Date.now() - touched > ABANDONED_MS) await rm(path, { force: true })
  }
}
