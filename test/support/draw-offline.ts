import { createHash } from 'node:crypto'
import type { Role } from '#domain/reference.ts'
import type { Request } from '#domain/request.ts'
import { createOfflineEngine } from '#proxy/engines/offline/offline-engine.ts'
import { keptPictures } from './kept-pictures.ts'
import { sampleRequest } from './sample-request.ts'

export interface Asked {
  idea: string
  request?: Partial<Request>
  references?: { role: Role; bytes: Uint8Array }[]
  mask?: Uint8Array
  waitMs?: number | 'realistic'
  signal?: AbortSignal
}

/** One call of the offline engine, with what it showed on the way. */
export async function drawOffline({ idea, request, references = [], mask, waitMs = 0, signal }: Asked) {
  const files = new Map<string, Uint8Array>()
  const put = (bytes: Uint8Array): string => {
    const imageId = createHash('sha256').update(bytes).digest('hex')
    files.set(imageId, bytes)
    return imageId
  }
  const listed = references.map(({ role, bytes }) => ({
    imageId: put(bytes),
    role,
    width: 200,
    height: 200,
    name: '',
  }))
  const partials: Uint8Array[] = []
  const pictures = keptPictures()
  const answer = await createOfflineEngine({ waitMs }).run({
    request: sampleRequest({
      prompt: `Use: Picture for a design layout\nIdea: ${idea}`,
      references: listed,
      mask: mask ? put(mask) : null,
      ...request,
    }),
    readImage: async (id) => files.get(id) ?? new Uint8Array(),
    keep: pictures.keep,
    onPartial: async (_, image) => {
      partials.push(pictures.bytesOf(image))
    },
    safetyId: 'test',
    signal: signal ?? new AbortController().signal,
  })
  const images = answer.images.map(pictures.bytesOf)
  const [first = Buffer.alloc(0)] = images
  return { ...answer, images, first, partials }
}
