import { Buffer } from 'node:buffer'
import { sniffFormat } from '#domain/image.ts'

/** The bytes of a base64 picture; null when it is not whole base64 or not the start of a picture file. */
export function decodePicture(base64: string): Uint8Array | null {
  const bytes = Buffer.from(base64, 'base64')
  return isWhole(base64, bytes.length) && sniffFormat(bytes) ? bytes : null
}

/** Node skips what is not base64 without an error; then fewer bytes come out than went in. */
function isWhole(base64: string, decoded: number): boolean {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  return base64.length % 4 === 0 && decoded === (base64.length / 4) * 3 - padding
}
