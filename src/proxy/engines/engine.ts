import type { ImageId } from '#domain/image.ts'
import type { Usage } from '#domain/pricing.ts'
import type { Request } from '#domain/request.ts'

export interface EngineCall {
  request: Request
  /** Bytes of a reference or mask the proxy keeps. */
  readImage: (id: ImageId) => Promise<Uint8Array>
  /** Called for each unfinished picture, in order, from 0. */
  onPartial: (index: number, bytes: Uint8Array) => Promise<void>
  /** Stable, hashed; tells the upstream which end user is behind the call without saying who. */
  safetyId: string
  signal: AbortSignal
}

export interface EngineAnswer {
  /** Encoded pictures, as they came. */
  images: Uint8Array[]
  /** Null when the upstream reported none. */
  usage: Usage | null
  /** What the upstream said it made, to compare with what was asked. */
  reported: { size?: string; quality?: string; format?: string }
  /** The upstream's own id of the call, for support. */
  requestId: string | null
}

/** Who makes the pixels. `run` is one paid call: it is never repeated inside an engine. Throws AppError only. */
export interface Engine {
  name: string
  /** True when nothing is really paid and no model is asked. */
  simulated: boolean
  run(call: EngineCall): Promise<EngineAnswer>
}
