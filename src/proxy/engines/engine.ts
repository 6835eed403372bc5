import type { ImageId, ImageInfo } from '#domain/image.ts'
import type { Usage } from '#domain/pricing.ts'
import type { Request } from '#domain/request.ts'
import type { UpstreamCheck } from './upstream-check.ts'

export interface EngineCall {
  request: Request
  /** Bytes of a reference or mask the proxy keeps. */
  readImage: (id: ImageId) => Promise<Uint8Array>
  /**
   * Keeps a picture as it arrives. It is on disk when this returns. A piece may be overwritten once the next one is
   * asked for. Throws AppError `image_unreadable`, `image_too_large` or `image_damaged` for what is no whole picture, another
   * AppError when it could not be kept. `partial`: it is, or may be, a picture of the unfinished work. Any other is
   * delivered once it came whole, even if this process dies a moment later.
   */
  keep: (bytes: AsyncIterable<Uint8Array>, options?: { partial?: boolean }) => Promise<ImageInfo>
  /** Called for each unfinished picture once it is kept, in order, from 0. */
  onPartial: (index: number, image: ImageInfo) => Promise<void>
  /** Stable, hashed; tells the upstream which end user is behind the call without saying who. */
  safetyId: string
  signal: AbortSignal
}

export interface EngineAnswer {
  /** Pictures as they came, kept. */
  images: ImageInfo[]
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
  /** Whether the upstream can be asked now, found out without paying; absent when there is none. Never throws. */
  check?(): Promise<UpstreamCheck>
}
