/** The bytes of a body as they arrive: one chunk at a time, and how far it has been read. */
export interface ByteWindow {
  chunk: Buffer
  /** Index of the next byte in `chunk`; its length when all of it has been read. */
  at: number
  /** Moves on to the next chunk, which is not empty; false when there is none. */
  next(): Promise<boolean>
}

export interface BodyWindow extends ByteWindow {
  /** What broke the body, once it has broken. */
  broken(): { cause: unknown } | null
}

const NOTHING = Buffer.alloc(0)

export function openBody(body: AsyncIterable<Uint8Array>): BodyWindow {
  const chunks = body[Symbol.asyncIterator]()
  let broken: { cause: unknown } | null = null
  const read = async (): Promise<Uint8Array | null> => {
    try {
      const { done, value } = await chunks.next()
      return done ? null : value
    } catch (cause) {
      broken = { cause }
      throw cause
    }
  }
  return {
    chunk: NOTHING,
    at: 0,
    async next() {
      let chunk = await read()
      while (chunk?.length === 0) chunk = await read()
      this.chunk = chunk ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : NOTHING
      this.at = 0
      return chunk !== null
    },
    broken: () => broken,
  }
}
