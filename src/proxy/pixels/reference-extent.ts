import { inputImageTokens } from '#domain/pricing.ts'
import { MAX_REFERENCE_EDGE } from './limits.ts'
import type { Extent } from './structure/extent.ts'

/** Pixels of one patch, the unit references are read and billed in. */
const PATCH = 32 * 32

/** Longer shapes are billed as if they were cut to this ratio, so how large they are read is unknown. */
const KNOWN_RATIO = 3

/** A picture hardly larger than what is read of it keeps its own pixels. */
const NEARLY = 0.9

/**
 * The size a reference is kept in: about what the model reads of it, never enlarged. It costs as many tokens as the
 * whole picture; only one longer than 3840 and narrower than 1:3, which is shortened to that edge, can cost fewer.
 */
export function referenceExtent(picture: Extent): Extent {
  const long = Math.max(picture.width, picture.height)
  const ratio = long / Math.min(picture.width, picture.height)
  if (ratio > KNOWN_RATIO) return withLongEdge(picture, Math.min(long, MAX_REFERENCE_EDGE))
  const tokens = inputImageTokens(picture)
  const read = Math.floor(Math.sqrt(tokens * PATCH * ratio))
  if (read >= NEARLY * long) return picture
  // What is read lies on whole patches, so the first edges tried can round to fewer of them.
  let edge = read
  while (inputImageTokens(withLongEdge(picture, edge)) !== tokens) edge += 1
  return withLongEdge(picture, edge)
}

function withLongEdge({ width, height }: Extent, edge: number): Extent {
  const share = edge / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}
