import { AppError } from '#domain/app-error.ts'
import { createBase64Blocks } from './base64-blocks.ts'
import type { ByteWindow } from './byte-window.ts'

const [QUOTE, BACKSLASH] = [0x22, 0x5c]

/** The longest picture that is read. The largest size as raw pixels is 33 MB. */
const MAX_BYTES = 128 * 1024 * 1024

/** A JSON string of base64, from after its opening quote. */
export interface Base64Value {
  /** The decoded bytes. Throws AppError `image_damaged`, `upstream_bad_answer` when it is too long. */
  bytes(): AsyncGenerator<Uint8Array, void>
  /** Reads on to after the closing quote, however much of `bytes` was read. */
  skip(): Promise<void>
  /** True when the source ended before the closing quote. */
  brokenOff(): boolean
}

export function readBase64Value(source: ByteWindow): Base64Value {
  const escapes = createEscapes()
  let closed = false
  let brokenOff = false

  /** The characters of the value in the current chunk; null when there are no more. */
  async function characters(): Promise<Buffer | null> {
    if (closed) return null
    if (source.at === source.chunk.length && !(await source.next())) {
      brokenOff = true
      throw new SyntaxError('The answer ends in a picture')
    }
    const { chunk, at } = source
    if (escapes.pending() || hasBackslashBefore(chunk, at, chunk.indexOf(QUOTE, at))) {
      const read = escapes.read(chunk, at)
      source.at = read.at
      closed = read.closed
      return read.characters
    }
    const end = chunk.indexOf(QUOTE, at)
    closed = end !== -1
    source.at = closed ? end + 1 : chunk.length
    return chunk.subarray(at, closed ? end : chunk.length)
  }
  return {
    async *bytes() {
      const blocks = createBase64Blocks()
      const withoutPrefix = createPrefix()
      let total = 0
      for (let piece = await characters(); piece; piece = await characters()) {
        for (const block of blocks.push(withoutPrefix(piece))) {
          total += block.length
          if (total > MAX_BYTES) throw new AppError('upstream_bad_answer')
          yield block
        }
      }
      const rest = blocks.finish()
      if (rest.length > 0) yield rest
    },
    async skip() {
      while (await characters());
    },
    brokenOff: () => brokenOff,
  }
}

/** A longer beginning is no data URL. */
const MAX_PREFIX = 200

/** Drops `data:image/png;base64,` and the like, which some servers write, from the beginning of a value that comes in pieces. */
function createPrefix(): (piece: Buffer) => Buffer {
  let head: Buffer | null = Buffer.alloc(0)
  return (piece) => {
    if (head === null) return piece
    head = head.length === 0 ? piece : Buffer.concat([head, piece])
    const url = 'data:'.startsWith(head.toString('latin1', 0, 5)) && head.length < MAX_PREFIX
    const comma = head.indexOf(',')
    if (url && comma === -1) {
      head = Buffer.from(head)
      return head.subarray(0, 0)
    }
    const rest = url ? head.subarray(comma + 1) : head
    head = null
    return rest
  }
}

function hasBackslashBefore(chunk: Buffer, at: number, end: number): boolean {
  const found = chunk.indexOf(BACKSLASH, at)
  return found !== -1 && (end === -1 || found < end)
}

/** Reads escapes such as `\/`, which may lie across chunks. One that stands for no character of base64 stays as it is. */
function createEscapes() {
  let begun = ''
  return {
    pending: () => begun !== '',
    read(chunk: Buffer, from: number): { characters: Buffer; at: number; closed: boolean } {
      const characters: number[] = []
      let at = from
      for (; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0
        if (begun === '' && byte === QUOTE) return { characters: Buffer.from(characters), at: at + 1, closed: true }
        if (begun === '' && byte !== BACKSLASH) {
          characters.push(byte)
          continue
        }
        begun += String.fromCharCode(byte)
        if (begun.length === 1 || (begun[1] === 'u' && begun.length < 6)) continue
        if (!LINE_ENDS.has(begun)) characters.push(meaning(begun))
        begun = ''
      }
      return { characters: Buffer.from(characters), at, closed: false }
    },
  }
}

/** Base64 may come in lines. */
const LINE_ENDS = new Set(['\\n', '\\r'])

function meaning(sequence: string): number {
  if (sequence === '\\/') return 0x2f
  const code = /^\\u00([0-7][0-9a-f])$/i.exec(sequence)?.[1]
  return code === undefined ? BACKSLASH : Number.parseInt(code, 16)
}
