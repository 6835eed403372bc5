import { createHash } from 'node:crypto'
import type { ImageId } from '#domain/image.ts'
import type { Request } from '#domain/request.ts'
import type { EngineCall } from '#proxy/engines/engine.ts'
import { drawPicture } from '#support/fake-openai/draw-picture.ts'
import { type KeptPictures, keptPictures } from '#support/kept-pictures.ts'
import { sampleRequest } from '#support/sample-request.ts'

/** Marks that must never turn up in an error. */
export const SECRET_WORD = 'xylophonic'

export interface TestCall extends EngineCall, KeptPictures {
  partials: { index: number; bytes: Uint8Array }[]
}

const PROMPT = `A matte black desk lamp on walnut, ${SECRET_WORD} morning light`

const idOf = (bytes: Uint8Array): ImageId => createHash('sha256').update(bytes).digest('hex')

interface CallOptions {
  request?: Partial<Request>
  /** Pictures to send along, drawn here. */
  references?: number
  /** The mask's own bytes. */
  mask?: Uint8Array
  signal?: AbortSignal
}

export const REFERENCE_SIZE = { width: 96, height: 64 }

/** A call with real pictures behind its references; what differs from a plain one is said. */
export async function engineCall({ request = {}, references = 0, mask, signal }: CallOptions = {}): Promise<TestCall> {
  const kept = new Map<ImageId, Uint8Array>()
  const keep = (bytes: Uint8Array) => {
    const id = idOf(bytes)
    kept.set(id, bytes)
    return id
  }
  const drawn: Request['references'] = []
  for (let i = 0; i < references; i += 1) {
    const format = (['png', 'jpeg', 'webp'] as const)[mask ? 0 : i % 3] ?? 'png'
    const imageId = keep(await drawPicture(`reference ${i}`, REFERENCE_SIZE, format))
    drawn.push({ imageId, role: 'subject', ...REFERENCE_SIZE, name: `Reference ${i}` })
  }
  const partials: TestCall['partials'] = []
  const pictures = keptPictures()
  return {
    request: sampleRequest({ prompt: PROMPT, references: drawn, mask: mask ? keep(mask) : null, ...request }),
    readImage: async (id) => kept.get(id) ?? new Uint8Array(),
    ...pictures,
    onPartial: async (index, image) => void partials.push({ index, bytes: pictures.bytesOf(image) }),
    safetyId: 'member-0123456789abcdef',
    signal: signal ?? new AbortController().signal,
    partials,
  }
}
