import type { DrawOp } from '#contract/draw-op.ts'
import type { Affine } from '#domain/affine.ts'

/** A layer that lies over the picture, as it was when it was read. */
export interface LayerShape {
  readonly nodeId: string
  readonly name: string
  /** Which pixels are kept for it. */
  readonly shape: string
  /** How many pixels those are. */
  readonly width: number
  readonly height: number
  /** From those pixels to the picture’s. */
  readonly toPicture: Affine
}

/** Which side of a shape may change. */
export type MaskSide = 'inside' | 'outside'

export type MaskPart = { readonly key: number } & (
  | { readonly kind: 'layers'; readonly layers: readonly LayerShape[]; readonly side: MaskSide }
  /** The picture’s own transparency; `inside` is where it is opaque, `outside` wherever anything shows through. */
  | { readonly kind: 'alpha'; readonly side: MaskSide }
  | { readonly kind: 'drawing'; readonly ops: readonly DrawOp[]; readonly undone: readonly DrawOp[] }
  /** A mask the proxy keeps from before. */
  | { readonly kind: 'saved'; readonly imageId: string; readonly side: MaskSide }
)
export type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** A part before it has its key. */
export type NewMaskPart = DistributiveOmit<MaskPart, 'key'>

/** What of a drawing counts: all since it was last cleared. */
export function countedOps(ops: readonly DrawOp[]): readonly DrawOp[] {
  return ops.slice(ops.findLastIndex(({ tool }) => tool === 'clear') + 1)
}

/** Whether a part says anything about the mask. */
export const counts = (part: MaskPart): boolean => part.kind !== 'drawing' || countedOps(part.ops).length > 0
