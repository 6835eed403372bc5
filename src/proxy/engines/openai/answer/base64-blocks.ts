import { AppError } from '#domain/app-error.ts'

/** Decoded bytes handed on at once; three bytes are four characters. */
const BLOCK = 3 * 128 * 1024

/** Decodes base64 that comes in pieces into blocks. One block is used again and again. */
export interface Base64Blocks {
  /** Each block as it fills up; it is overwritten when the next one is asked for. */
  push(characters: Buffer): Generator<Uint8Array, void>
  /** The rest. Throws AppError `image_damaged` when what came was not whole base64. */
  finish(): Uint8Array
}

export function createBase64Blocks(): Base64Blocks {
  const block = Buffer.allocUnsafeSlow(BLOCK)
  let filled = 0
  /** Characters that do not make a whole group of four yet. */
  let carry = ''
  let whole = true

  /** Node skips what is not base64 without an error; then fewer bytes come out than went in. */
  function decode(groups: string): void {
    const written = block.write(groups, filled, 'base64')
    const padding = groups.endsWith('==') ? 2 : groups.endsWith('=') ? 1 : 0
    if (written !== (groups.length / 4) * 3 - padding) whole = false
    filled += written
  }
  return {
    *push(characters) {
      let at = 0
      if (carry !== '') {
        at = Math.min(4 - carry.length, characters.length)
        carry += characters.toString('latin1', 0, at)
        if (carry.length < 4) return
        decode(carry)
        carry = ''
      }
      while (characters.length - at >= 4) {
        if (BLOCK - filled < 3) {
          yield block.subarray(0, filled)
          filled = 0
        }
        const room = Math.floor((BLOCK - filled) / 3) * 4
        const end = at + Math.min(room, Math.floor((characters.length - at) / 4) * 4)
        decode(characters.toString('latin1', at, end))
        at = end
      }
      carry = characters.toString('latin1', at)
    },
    finish() {
      // Some encoders leave out the padding.
      if (carry.length > 1) decode(carry.padEnd(4, '='))
      else if (carry !== '') whole = false
      if (!whole) throw new AppError('image_damaged')
      return block.subarray(0, filled)
    },
  }
}
