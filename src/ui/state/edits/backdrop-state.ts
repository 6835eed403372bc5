import type { FrameLayer, NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Failure } from '#domain/failure.ts'
import type { ImageInfo } from '#domain/image.ts'

/** What was read of a frame that gets a new background. */
export interface Backdrop {
  /** Of the reading asked for last; an answer to an earlier one is dropped. */
  serial: number
  /** Its layers are being read or were. */
  frame: NodeSnapshot
  /** The layer chosen to show the background, by id; null: it is found out. */
  wanted: string | null
  reading: boolean
  failure: Failure | null
  /** Right inside the frame, bottom first. */
  layers: readonly FrameLayer[]
  /** The layer whose fill shows the background: the frame itself or one inside it; null until read. */
  into: NodeSnapshot | null
  /** A picture of what stands in front, the size of that layer; null when nothing does. */
  foreground: ImageInfo | null
}

/** What one reading of it found. */
export interface SeenBackdrop extends Pick<Backdrop, 'layers' | 'foreground'> {
  into: NodeSnapshot
}

export const unreadBackdrop = (frame: NodeSnapshot): Backdrop => ({
  serial: 0,
  frame,
  wanted: null,
  reading: true,
  failure: null,
  layers: [],
  into: null,
  foreground: null,
})
