import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ImageId } from '#domain/image.ts'
import type { BlobStore } from './blob-store.ts'
import { syncFolder } from './write-durably.ts'

/** What was written: the SHA-256 of the bytes, and how many they are. */
export interface Kept {
  id: ImageId
  bytes: number
}

/**
 * Writes a new file and hashes it as its bytes arrive, then waits until they are on disk, and its name too with `named`.
 * When it throws, the file is gone.
 */
export async function writeHashed(
  path: string,
  bytes: Parameters<BlobStore['write']>[0],
  { named }: { named: boolean },
): Promise<Kept> {
  try {
    const kept = await write(path, bytes)
    if (named) await syncFolder(dirname(path))
    return kept
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function write(path: string, bytes: Parameters<BlobStore['write']>[0]): Promise<Kept> {
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
