import type { Readable } from 'node:stream'
import type { ImageId } from '#domain/image.ts'

/** A part of a file; both ends belong to it, counted in bytes from 0. */
export interface ByteRange {
  from: number
  to: number
}

/** Where the bytes of pictures lie, named by the SHA-256 of what is in them, so the same bytes are kept once. */
export interface BlobStore {
  /**
   * Keeps bytes as they arrive. They would outlive a power cut when it returns; when it throws, nothing is kept. Bytes that
   * are there already count as written now. A piece may be overwritten once the next one is asked for. Throws AppError
   * `storage_failed` when a store elsewhere does not answer; with `mayWait` the bytes stay on this machine's disk until it
   * does. `arriving` is a path of the caller's: bytes that came whole are there too, until the caller removes the file, and
   * also when they could not be kept otherwise.
   */
  write(
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options?: { mayWait?: boolean; arriving?: string | undefined },
  ): Promise<{ id: ImageId; bytes: number }>
  /** The bytes, as they are read. Throws AppError `image_missing` before the first one. */
  read(id: ImageId, range?: ByteRange): Promise<Readable>
  /** Removes bytes unless they were written again since a time. True when they are gone, or were not there. */
  remove(id: ImageId, unlessWrittenSince?: Date): Promise<boolean>
  /** Throws when pictures cannot be kept or read now, else says in a sentence what was found. */
  check(): Promise<string>
  close(): Promise<void>
}
