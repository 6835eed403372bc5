import { createHash } from 'node:crypto'
import type { ImageInfo } from '#domain/image.ts'
import type { EngineCall } from '#proxy/engines/engine.ts'
import { checkPassing, type PassedPicture } from '#proxy/pixels/check-passing.ts'

export interface KeptPictures {
  keep: EngineCall['keep']
  bytesOf(image: ImageInfo): Buffer
}

/** Keeps the pictures of an engine in memory, checked as the proxy checks them. */
export function keptPictures(): KeptPictures {
  const kept = new Map<string, Buffer>()
  return {
    async keep(bytes) {
      const pieces: Buffer[] = []
      let passed: PassedPicture | null = null
      for await (const piece of checkPassing(bytes, (picture) => (passed = picture))) pieces.push(Buffer.from(piece))
      if (!passed) throw new Error('A picture passed and was not seen')
      const whole = Buffer.concat(pieces)
      const id = createHash('sha256').update(whole).digest('hex')
      kept.set(id, whole)
      return { ...(passed as PassedPicture), id, bytes: whole.length }
    },
    bytesOf: ({ id }) => kept.get(id) ?? Buffer.alloc(0),
  }
}
