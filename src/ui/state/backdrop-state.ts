import type { FrameLayer, NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Failure } from '#domain/failure.ts'
import type { ImageInfo } from '#domain/image.ts'

/** What was read of a frame that gets a new background. */
export interface Backdrop {
  /** The frame; its layers are being read or were. */
  frameId: string
  reading: boolean
  failure: Failure | null
  /** Right inside the frame, bottom first. */
  layers: readonly FrameLayer[]
  /** The layer whose fill shows the background: the frame itself or one inside it; null until read. */
  into: NodeSnapshot | null
  /** A picture of what stands in front, the size of that layer; null when nothing does. */
  foreground: ImageInfo | null
}

export const unreadBackdrop = (frameId: string): Backdrop => ({
  frameId,
  reading: true,
  failure: null,
  layers: [],
  into: null,
  foreground: null,
})
